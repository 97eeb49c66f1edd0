import { multiply } from "../matrix";
import { transformPath } from "../outline";
import type { Group, Matrix, PathData, SceneNode, Shape, Stroke } from "../scene";
import { type PreprocessReport, record } from "./report";
import { isSeenPaint } from "./seen-paint";
import { straightened } from "./straighten";
import { thicknessAt } from "./thickness";

/**
 * Farthest an outline moves, in slide pixels. Two neighbours that share an edge are worked apart, so a quarter each
 * keeps them within half a pixel of each other.
 */
const farthest = 0.25;

/** What counts as on a line where even a small bend would show, as at the miters of a stroke; in slide pixels. */
const exact = 1e-6;

/** A filled outline moves by at most this share of its thickness, so that nothing thin goes. */
const shareOfThickness = 0.25;

/**
 * The group with plain paths drawn by fewer segments: see straighten.ts. Rectangles, ellipses and lines stay what they
 * are, and so does all below a filter, which may enlarge any difference.
 * @param around from the group's parent to slide pixels.
 */
export function simplifyOutlines(group: Group, around: Matrix, report: PreprocessReport): Group {
  if (group.filter !== null) return group;
  const matrix = multiply(around, group.transform);
  const children = group.children.map((child) => simplified(child, matrix, report));
  return children.every((child, at) => child === group.children[at]) ? group : { ...group, children };
}

function simplified(node: SceneNode, around: Matrix, report: PreprocessReport): SceneNode {
  if (node.kind === "group") return simplifyOutlines(node, around, report);
  if (node.kind !== "shape" || node.geometry.kind !== "path" || node.filter !== null) return node;
  const { outline } = node.geometry;
  const simpler = simplerOutline(node, multiply(around, node.transform));
  if (simpler.every(({ type }, at) => type === outline[at].type) && simpler.length === outline.length) return node;
  record(report, node.origin, "simplified", "outline_simplified");
  report.segments_removed += outline.length - simpler.length;
  return { ...node, geometry: { kind: "path", outline: simpler } };
}

function simplerOutline(shape: Shape, toPixels: Matrix): PathData {
  const { outline } = shape.geometry;
  if (!growsEvenly(shape.stroke)) return straightened(outline, toPixels, () => exact);
  if (!isSeenPaint(shape.fill)) return straightened(outline, toPixels, () => farthest);
  const pixels = transformPath(outline, toPixels);
  const tolerance = (start: number) => Math.min(farthest, thicknessAt(pixels, start) * shareOfThickness);
  return straightened(outline, toPixels, tolerance);
}

/** Whether a stroke moves no farther than its outline: it is round wherever it turns or ends, and has no dashes. */
function growsEvenly(stroke: Stroke | null): boolean {
  return stroke === null || (stroke.join === "round" && stroke.cap === "round" && stroke.dashes.length === 0);
}
