import type { Matrix, Paint, Text } from "../../scene";
import type { MapReason } from "../reasons";
import { frameOf } from "./frame";
import { hundredths } from "./run";

/** Bounds of a text's size in hundredths of a point (ECMA-376 part 1, 20.1.10.72). */
const smallest = 100;
const largest = 400_000;

/** Why text boxes cannot show the text; null when they can. */
export function obstacleOf({ obstacles, chunks }: Text, matrix: Matrix): MapReason | null {
  if (obstacles.length > 0) return obstacles[0];
  const frame = frameOf(matrix);
  if (frame === null) return "text_skewed";
  const runs = chunks.flatMap((chunk) => chunk.runs);
  const sizes = runs.map(({ size }) => hundredths(size * frame.scale));
  if (sizes.some((size) => size < smallest || size > largest)) return "text_size_out_of_range";
  const paints = runs.flatMap(({ fill, stroke }) => [fill?.paint, stroke?.paint]);
  return paints.some((paint) => paint !== undefined && !fitsText(paint)) ? "text_patterned" : null;
}

function fitsText(paint: Paint): boolean {
  return paint.kind === "solid" || paint.kind === "linear" || paint.kind === "radial";
}
