import { intersection } from "../box";
import { applyToRect, invert } from "../matrix";
import type { FilterPrimitive, FilterUse, Matrix, Rect } from "../scene";

/** Steps whose result anywhere depends on where their region begins and ends. */
const bound = new Set(["feImage", "feTile"]);

/**
 * A filter whose regions end where nothing of it reaches the view: its time grows with its pixels, and resvg draws
 * nothing of a huge one. Null where a step depends on its whole region.
 * @param matrix from the filter's user space to that of `view`.
 */
export function croppedFilter(filter: FilterUse, matrix: Matrix, view: Rect): FilterUse | null {
  const back = invert(matrix);
  if (back === null || filter.primitives.some(isBound)) return null;
  const reach = filter.primitives.reduce((sum, primitive) => sum + reachOf(primitive), 0);
  const seen = applyToRect(back, view);
  const wide = { x: seen.x - reach, y: seen.y - reach, width: seen.width + 2 * reach, height: seen.height + 2 * reach };
  const region = intersection(filter.region, wide);
  if (region === null) return null;
  const primitives = filter.primitives.map((primitive) => ({
    ...primitive,
    region: intersection(primitive.region, wide) ?? primitive.region,
  }));
  return { ...filter, region, primitives };
}

/**
 * A filter whose heights that light falls on are in the units that its node is drawn in; the same one without a light.
 * @param scale of a unit of the filter's user space.
 */
export function raisedFilter(filter: FilterUse, scale: number): FilterUse {
  if (scale === 1 || !filter.primitives.some(isLighting)) return filter;
  const primitives = filter.primitives.map((primitive) => {
    const { surfaceScale = 1 } = primitive.values;
    if (!isLighting(primitive) || typeof surfaceScale !== "number") return primitive;
    return { ...primitive, values: { ...primitive.values, surfaceScale: surfaceScale * scale } };
  });
  return { ...filter, primitives };
}

const isLighting = ({ type }: FilterPrimitive): boolean => type.endsWith("Lighting");

/** Noise stands where its user space is, unless it is stitched at the edges of its region. */
function isBound({ type, values }: FilterPrimitive): boolean {
  return bound.has(type) || values.stitchTiles === "stitch";
}

/** A blur is under a thousandth of itself beyond three deviations; a pixel more is for neighbours, in user units. */
const deviations = 3;

/** How far a pixel of the input can show in the result, in user units. */
function reachOf({ values }: FilterPrimitive): number {
  const blur = deviations * largest(values.stdDeviation);
  const moved = Math.max(largest(values.dx), largest(values.dy));
  return 1 + blur + moved + largest(values.radius) + largest(values.scale) + largest(values.order);
}

function largest(value: FilterPrimitive["values"][string] | undefined): number {
  if (typeof value === "number") return Math.abs(value);
  return Array.isArray(value) ? Math.max(0, ...value.map(Math.abs)) : 0;
}
