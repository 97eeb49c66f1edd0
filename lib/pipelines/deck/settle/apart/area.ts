import { isOpaque } from "../../filters/opaque";
import { type Area, intersect, unite } from "../../map/boolean";
import { bothRules } from "../../map/contours";
import { areaOf } from "../../map/region";
import { strokePlan } from "../../map/stroke-plan";
import { rectanglePath, transformPath } from "../../outline";
import type { PathData, Shape } from "../../scene";
import type { PlacedLeaf } from "./leaf";

/** Areas of leaves on their sheet, right under both fill rules, each worked out once. Null where Skia cannot say. */
export class Areas {
  private readonly reaches = new Map<PlacedLeaf, PathData | null>();

  /** What a leaf may paint, clips aside: all of a shape, the boxes of texts and images. */
  reachOf(placed: PlacedLeaf): PathData | null {
    const known = this.reaches.get(placed);
    if (known !== undefined) return known;
    const { leaf, matrix, box } = placed;
    const reach = leaf.kind === "shape" && leaf.blur === undefined ? paintedArea(leaf, matrix) : rectanglePath(box);
    this.reaches.set(placed, reach);
    return reach;
  }

  /** What an opaque shape hides; null also for what is no such shape. */
  hiddenBy(placed: PlacedLeaf): PathData | null {
    const { leaf, clip } = placed;
    const painted = leaf.kind === "shape" && isOpaque(leaf) ? this.reachOf(placed) : null;
    if (painted === null || clip === null) return painted;
    const kept = intersect(area(painted), areaOf(clip));
    return kept === null ? null : bothRules(kept, "evenodd").path;
  }
}

/** Whether two areas have something in common; null when Skia cannot say. */
export function share(one: PathData, other: PathData): boolean | null {
  const common = intersect(area(one), area(other));
  return common === null ? null : common.length > 0;
}

/** Both together, right under both fill rules; null when Skia cannot say. */
export function joined(one: PathData, other: PathData): PathData | null {
  if (one.length === 0 || other.length === 0) return one.length === 0 ? other : one;
  const both = unite(area(one), area(other));
  return both === null ? null : bothRules(both, "evenodd").path;
}

/** A shape's fill and stroke. */
function paintedArea({ geometry, fill, stroke }: Shape, matrix: PlacedLeaf["matrix"]): PathData | null {
  const filled =
    fill === null ? { path: [], exact: true } : bothRules(transformPath(geometry.outline, matrix), fill.rule);
  if (!filled.exact || stroke?.nonScaling) return null;
  if (stroke === null) return filled.path;
  const line = strokePlan(stroke, geometry.outline, matrix, 1).area();
  return line === null ? null : joined(filled.path, bothRules(line, "nonzero").path);
}

const area = (path: PathData): Area => ({ path, rule: "evenodd" });
