import type { Matrix, Rect } from "../scene";
import { readNumbers } from "./length";

/** `preserveAspectRatio`: where the spare length goes, 0 to 1 along each axis; `none` stretches. */
export interface Aspect {
  fit: "none" | "meet" | "slice";
  alignX: number;
  alignY: number;
}

const alignments: Record<string, number> = { Min: 0, Mid: 0.5, Max: 1 };

/** Reads `preserveAspectRatio` (SVG 2, 8.8); broken or missing is `xMidYMid meet`. */
export function readAspect(text: string | undefined): Aspect {
  const trimmed = (text ?? "").trim().replace(/^defer\s+/, "");
  if (/^none\b/.test(trimmed)) return { fit: "none", alignX: 0, alignY: 0 };
  const match = /^x(Min|Mid|Max)Y(Min|Mid|Max)(?:\s+(meet|slice))?$/.exec(trimmed);
  if (match === null) return { fit: "meet", alignX: 0.5, alignY: 0.5 };
  const fit = match[3] === "slice" ? "slice" : "meet";
  return { fit, alignX: alignments[match[1]], alignY: alignments[match[2]] };
}

/** A `viewBox`; null when it is missing, broken, or of no width or height. */
export function readViewBox(text: string | undefined): Rect | null {
  const rect = fourNumbers(text);
  return rect !== null && rect.width > 0 && rect.height > 0 ? rect : null;
}

/** Whether a `viewBox` has no width or no height, so that its element is not drawn (SVG 2, 8.6); a negative one is broken. */
export function isEmptyViewBox(text: string | undefined): boolean {
  const rect = fourNumbers(text);
  return rect !== null && Math.min(rect.width, rect.height) === 0;
}

function fourNumbers(text: string | undefined): Rect | null {
  const numbers = readNumbers(text);
  if (numbers.length !== 4) return null;
  const [x, y, width, height] = numbers;
  return { x, y, width, height };
}

/** From a viewBox's coordinates into a viewport (SVG 2, 8.2). */
export function fitMatrix(viewBox: Rect, viewport: Rect, aspect: Aspect): Matrix {
  let scaleX = viewport.width / viewBox.width;
  let scaleY = viewport.height / viewBox.height;
  if (aspect.fit !== "none") {
    scaleX = aspect.fit === "slice" ? Math.max(scaleX, scaleY) : Math.min(scaleX, scaleY);
    scaleY = scaleX;
  }
  const x = viewport.x - viewBox.x * scaleX + (viewport.width - viewBox.width * scaleX) * aspect.alignX;
  const y = viewport.y - viewBox.y * scaleY + (viewport.height - viewBox.height * scaleY) * aspect.alignY;
  return [scaleX, 0, 0, scaleY, x, y];
}
