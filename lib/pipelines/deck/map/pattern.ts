import type { Matrix, PatternPaint, Rect } from "../scene";
import type { Build } from "./build";
import { drawnFill } from "./drawn-fill";
import type { FillOutcome } from "./fill";

/** A pattern as a picture of all its tiles within the shape's box. */
export function patternFill(
  build: Build,
  paint: PatternPaint,
  opacity: number,
  matrix: Matrix,
  box: Rect,
): FillOutcome {
  const fill = drawnFill(build, paint, opacity, matrix, box);
  return fill === null ? { fill, reasons: ["pattern_not_drawn"] } : { fill, reasons: ["pattern_as_picture"] };
}
