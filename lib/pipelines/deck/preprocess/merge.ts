import { identity, invert, multiply } from "../matrix";
import { transformPath } from "../outline";
import { targets } from "../policy";
import type { Group, Matrix, PathData, SceneNode } from "../scene";
import { evenlyWound } from "./even-winding";
import { isMergeable, type Mergeable, sameColour } from "./mergeable";
import { type PreprocessReport, record } from "./report";

/** A merged path has no more segments than any policy draws natively: it must not become a picture for its size. */
const mostSegments = Math.min(...Object.values(targets).map(({ path_segments }) => path_segments));

/**
 * The group with plain areas of one opaque colour that follow each other as one path. Between them nothing else is
 * painted, and one opaque colour over itself is that colour, so the order they were painted in does not show.
 * @param around from the group's parent to slide pixels.
 */
export function mergeNeighbours(group: Group, around: Matrix, report: PreprocessReport): Group {
  if (group.filter !== null) return group;
  const matrix = multiply(around, group.transform);
  const children = runsOf(group.children).flatMap((run) => mergedRun(run, matrix, report));
  return children.every((child, at) => child === group.children[at]) ? group : { ...group, children };
}

/** Children that follow each other and may become one; all others alone. */
function runsOf(children: readonly SceneNode[]): SceneNode[][] {
  const runs: SceneNode[][] = [];
  for (const child of children) {
    const run = runs[runs.length - 1];
    const before = run?.[run.length - 1];
    const follows = before !== undefined && isMergeable(child) && isMergeable(before) && sameColour(before, child);
    if (follows) run.push(child);
    else runs.push([child]);
  }
  return runs;
}

function mergedRun(run: SceneNode[], around: Matrix, report: PreprocessReport): SceneNode[] {
  const [first] = run;
  if (run.length === 1) return [first.kind === "group" ? mergeNeighbours(first, around, report) : first];
  const back = invert(around);
  if (back === null) return run;
  return packed(run.filter(isMergeable).map((shape) => partOf(shape, around))).flatMap((parts) =>
    parts.length === 1 ? parts[0].shape : merged(parts, back, report),
  );
}

/** One shape and its area in slide pixels; null when it cannot be put with others. */
interface Part {
  shape: Mergeable;
  area: PathData | null;
}

function partOf(shape: Mergeable, around: Matrix): Part {
  const pixels = transformPath(shape.geometry.outline, multiply(around, shape.transform));
  return { shape, area: pixels.length > mostSegments ? null : evenlyWound(pixels, shape.fill.rule) };
}

/** The parts in order, together as far as they may be. */
function packed(parts: readonly Part[]): Part[][] {
  const packs: Part[][] = [];
  let room = 0;
  for (const part of parts) {
    const size = part.area?.length ?? Number.POSITIVE_INFINITY;
    if (size <= room) packs[packs.length - 1].push(part);
    else {
      packs.push([part]);
      room = part.area === null ? 0 : mostSegments;
    }
    room -= Math.min(size, room);
  }
  return packs;
}

/** In the parents' user space, as `back` takes slide pixels there. */
function merged(parts: readonly Part[], back: Matrix, report: PreprocessReport): Mergeable {
  const { shape } = parts[0];
  const id = `${shape.origin.id}/merged`;
  const outline = parts.flatMap(({ area }) => transformPath(area ?? [], back));
  for (const { origin } of parts.map((part) => part.shape))
    record(report, origin, "merged", "merged_with_neighbours", id);
  return {
    ...shape,
    // An id with a slash says that the source has no such element: a picture of it is written from the scene.
    origin: { ...shape.origin, id, idGiven: false },
    transform: identity,
    geometry: { kind: "path", outline },
    fill: { ...shape.fill, rule: "nonzero" },
  };
}
