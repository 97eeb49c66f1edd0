import { multiply } from "../../matrix";
import type { Matrix, Paint, Rect } from "../../scene";
import { number } from "./numbers";
import { SvgWriter } from "./writer";

/** An SVG of a rectangle of slide pixels filled with a paint; `matrix` is from the paint's user space to slide pixels. */
export function svgOfPaint(paint: Paint, opacity: number, matrix: Matrix, box: Rect): string {
  const writer = new SvgWriter();
  const fill = writer.paint(moved(paint, matrix), 1);
  const { x, y, width, height } = box;
  const [left, top, across, down] = [x, y, width, height].map(number);
  const sheet = `<rect x="${left}" y="${top}" width="${across}" height="${down}" opacity="${number(opacity)}" ${fill}/>`;
  return writer.document(box, sheet);
}

function moved(paint: Paint, matrix: Matrix): Paint {
  return paint.kind === "solid" ? paint : { ...paint, transform: multiply(matrix, paint.transform) };
}
