import type { Matrix, Paint, Rect } from "../scene";
import type { SlideFill } from "../slide";
import type { Build } from "./build";
import { slideColour } from "./colour";
import { drawnFill } from "./drawn-fill";
import { linearFill } from "./gradient-linear";
import { radialFill } from "./gradient-radial";
import type { Gradient } from "./gradient-stops";
import { patternFill } from "./pattern";
import type { MapReason } from "./reasons";

/** A fill on the slide and why it is not just what the SVG says; null fills nothing. */
export interface FillOutcome {
  fill: SlideFill | null;
  reasons: MapReason[];
}

/**
 * @param opacity of the fill and of all groups around it.
 * @param matrix from the shape's user space to slide pixels.
 * @param box what the fill stretches over, in slide pixels, not turned.
 */
export function fillOf(build: Build, paint: Paint, opacity: number, matrix: Matrix, box: Rect): FillOutcome {
  if (!paints(paint, opacity)) return { fill: null, reasons: [] };
  switch (paint.kind) {
    case "solid":
      return { fill: { kind: "solid", colour: slideColour(paint.colour, opacity) }, reasons: [] };
    case "linear":
      return gradientOutcome(build, paint, linearFill(paint, matrix, box, opacity), opacity, matrix, box);
    case "radial":
      return gradientOutcome(build, paint, radialFill(paint, matrix, box, opacity), opacity, matrix, box);
    case "pattern":
      return patternFill(build, paint, opacity, matrix, box);
  }
}

/** Whether the paint leaves any trace. */
export function paints(paint: Paint, opacity: number): boolean {
  if (!(opacity > 0)) return false;
  if (paint.kind === "solid") return paint.colour.alpha > 0;
  if (paint.kind === "pattern") return paint.content.children.length > 0;
  return paint.stops.some(({ colour }) => colour.alpha > 0);
}

function gradientOutcome(
  build: Build,
  paint: Gradient,
  native: SlideFill | null,
  opacity: number,
  matrix: Matrix,
  box: Rect,
): FillOutcome {
  if (native !== null) return { fill: native, reasons: [] };
  const last = paint.stops[paint.stops.length - 1].colour;
  if (isPoint(paint)) return { fill: { kind: "solid", colour: slideColour(last, opacity) }, reasons: [] };
  const fill = drawnFill(build, paint, opacity, matrix, box);
  return fill === null
    ? { fill: { kind: "solid", colour: slideColour(last, opacity) }, reasons: ["gradient_as_colour"] }
    : { fill, reasons: ["gradient_as_picture"] };
}

/** A gradient with no length fills with its last colour (SVG 2, 14.2.2). */
function isPoint(paint: Gradient): boolean {
  if (paint.kind === "radial") return !(paint.radius > 0);
  return paint.from.x === paint.to.x && paint.from.y === paint.to.y;
}
