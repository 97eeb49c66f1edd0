import { meanScale } from "../matrix";
import { transformPath } from "../outline";
import type { Fill, Matrix, Shape } from "../scene";
import { strokeArea, unite } from "./boolean";
import { type Build, nothing, type Outcome } from "./build";
import { bothRules } from "./contours";
import { fillOf } from "./fill";
import { formOf, noEffects } from "./form";
import { customOf, emuPerPixel } from "./placing";

/** Radius of a slide's soft edge for each standard deviation of a blur; measured with the next in LibreOffice 25.2. */
const radiusPerDeviation = 2;

/**
 * How much a shape grows by each radius of its soft edge, which is half gone a radius within: LibreOffice takes a little
 * more off round shapes and points.
 */
const growthPerRadius = 1.1;

/** A blurred shape as a larger one with a soft edge. */
export function softEdged(build: Build, shape: Shape, fill: Fill, matrix: Matrix, opacity: number): Outcome {
  const radius = (shape.blur?.deviation ?? 0) * meanScale(matrix) * radiusPerDeviation;
  const outline = bothRules(transformPath(shape.geometry.outline, matrix), fill.rule).path;
  const ring = strokeArea(outline, { join: "round", cap: "butt", miterLimit: 4 }, 2 * growthPerRadius * radius);
  const grown = ring && unite({ path: outline, rule: "evenodd" }, { path: ring, rule: "nonzero" });
  const placed = grown && customOf([{ path: bothRules(grown, "evenodd").path, filled: true, stroked: false }]);
  if (placed === null) return nothing("empty_geometry");
  const { fill: paint, reasons } = fillOf(build, fill.paint, fill.opacity * opacity, matrix, placed.box);
  const form = formOf(build, shape, { placed, fill: paint, line: null });
  const effects = { ...noEffects, softEdge: { radius: Math.round(radius * emuPerPixel) } };
  return { shapes: [{ ...form, effects }], reasons: [...reasons, "filter_as_soft_edge"] };
}
