import { pathBox } from "../bounds";
import { contains } from "../box";
import { contoursOf } from "../map/contours";
import { polygonOf } from "../map/polygon";
import type { FilterUse, SceneNode, Shape } from "../scene";
import { onlyShape, replaced } from "./only-shape";

/**
 * Standard deviation of a blur, as a share of the shape's mean thickness, up to which a soft edge looks like it: measured
 * in LibreOffice 25.2 as scores of 0.95 and more, falling to 0.87 at 0.2.
 */
const mostBlur = 0.15;

/** A shape of one colour that is blurred and no more, or a group of one, with the blur as the shape's own; else null. */
export function softened(node: SceneNode): SceneNode | null {
  const shape = onlyShape(node);
  if (shape === null || node.filter === null || node.clip !== null || !isPlain(shape)) return null;
  const { filter } = node;
  const { outline } = shape.geometry;
  const deviation = deviationOf(filter);
  const [contour, more] = contoursOf(outline).map(polygonOf);
  const box = pathBox(outline);
  if (deviation === null || box === null || contour === undefined || more !== undefined) return null;
  if (deviation > mostBlur * contour.thickness) return null;
  // Beyond two deviations a blur is too faint for its cut to be seen.
  const reach = 2 * deviation;
  const { x, y, width, height } = box;
  const blurred = { x: x - reach, y: y - reach, width: width + 2 * reach, height: height + 2 * reach };
  const regions = [filter.region, ...filter.primitives.map(({ region }) => region)];
  if (!regions.every((region) => contains(region, blurred))) return null;
  return replaced({ ...node, filter: null }, shape, { ...shape, filter: null, blur: { deviation, filter } });
}

function isPlain({ fill, stroke, markers }: Shape): boolean {
  return fill?.paint.kind === "solid" && stroke === null && markers.length === 0;
}

/** Of a filter that only blurs the element, the same both ways; null for another. */
function deviationOf({ primitives: [blur, more] }: FilterUse): number | null {
  if (more !== undefined || blur?.type !== "feGaussianBlur" || blur.inputs[0] !== "SourceGraphic") return null;
  const [x, y] = Array.isArray(blur.values.stdDeviation) ? blur.values.stdDeviation : [0, 0];
  return x === y && x > 0 ? x : null;
}
