import type { Fill, Paint, Stroke } from "../scene";

/** Whether a fill or stroke leaves a trace anywhere: one whose alpha is 0 throughout does not. */
export function isSeenPaint(use: Fill | Stroke | null): use is Fill | Stroke {
  return use !== null && use.opacity > 0 && hasColour(use.paint);
}

function hasColour(paint: Paint): boolean {
  switch (paint.kind) {
    case "solid":
      return paint.colour.alpha > 0;
    case "linear":
    case "radial":
      return paint.stops.some(({ colour }) => colour.alpha > 0);
    case "pattern":
      return paint.content.children.length > 0 || paint.content.filter !== null;
  }
}
