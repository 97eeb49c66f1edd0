import { meanScale } from "../../matrix";
import { transformPath } from "../../outline";
import type { MarkerUse, Matrix, Paint, Stroke } from "../../scene";
import { filledHead, type Head, openHead } from "./head";
import { lonely } from "./lonely";

/** How much thicker or thinner than the line the strokes of an open head may be. */
const thickest = 1.5;

/** The only thing a marker paints, as a head of the line's colour; null when it is none. @param toFrame from the line's units. */
export function headOf({ content }: MarkerUse, line: Stroke, toFrame: Matrix): Head | null {
  const only = lonely(content, toFrame);
  if (only === null) return null;
  const { fill, stroke, geometry } = only.shape;
  if (fill !== null && stroke === null) {
    return isOfLine(fill.paint, fill.opacity, line) ? filledHead(geometry, only.matrix) : null;
  }
  if (stroke === null || fill !== null || stroke.dashes.length > 0) return null;
  const ratio = (stroke.width * meanScale(only.matrix)) / (line.width * meanScale(toFrame));
  const asThick = ratio < thickest && ratio > 1 / thickest;
  return asThick && isOfLine(stroke.paint, stroke.opacity, line)
    ? openHead(transformPath(geometry.outline, only.matrix))
    : null;
}

/** Both opaque and of one colour. */
function isOfLine(paint: Paint, opacity: number, line: Stroke): boolean {
  if (paint.kind !== "solid" || line.paint.kind !== "solid") return false;
  const [one, other] = [paint.colour, line.paint.colour];
  const opaque = one.alpha * opacity > 0.99 && other.alpha * line.opacity > 0.99;
  const apart = Math.abs(one.red - other.red) + Math.abs(one.green - other.green) + Math.abs(one.blue - other.blue);
  return opaque && apart < 2;
}
