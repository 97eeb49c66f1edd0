import { overlap } from "../../analyze/overlap";
import { fillBox, paintBox } from "../../bounds";
import { invert, scaling } from "../../matrix";
import { rectanglePath, transformPath } from "../../outline";
import type { Clip, Group, PathData, SceneNode } from "../../scene";
import { Areas, joined, share } from "./area";
import { type Leaf, leavesOf, type PlacedLeaf } from "./leaf";

/** Side of the sheet a group is laid out on: Skia's path operations are at their best at that size. */
const sheetSide = 1000;

export interface Apart {
  group: Group;
  /** The parts that are cut. */
  cut: Leaf[];
}

/**
 * A group that is see-through as one, as a plain group of see-through parts none of which shows through another: what
 * an opaque part hides of those below is cut off them. Null when that cannot be said exactly: parts that are
 * see-through themselves, texts or images over others.
 */
export function apart(group: Group): Apart | null {
  const box = paintBox({ ...group, clip: null }) ?? fillBox(group);
  const size = box === null ? 0 : Math.max(box.width, box.height);
  if (!(size > 0)) return null;
  const leaves = leavesOf(group, scaling(sheetSide / size));
  const cuts = leaves && cutsOf(leaves);
  if (cuts === null) return null;
  const made: Leaf[] = [];
  const faded = (node: SceneNode): SceneNode => {
    if (node.kind === "group") return { ...node, children: node.children.map(faded) };
    const clip = cuts.get(node);
    const leaf = { ...node, opacity: node.opacity * group.opacity };
    if (clip === undefined) return leaf;
    const parted = { ...leaf, clip };
    made.push(parted);
    return parted;
  };
  return { group: { ...group, opacity: 1, children: group.children.map(faded) }, cut: made };
}

/** New clips of the leaves that others hide a part of; null when one cannot be said. */
function cutsOf(leaves: readonly PlacedLeaf[]): Map<Leaf, Clip> | null {
  const cuts = new Map<Leaf, Clip>();
  const areas = new Areas();
  for (const [index, lower] of leaves.entries()) {
    const above = leaves.slice(index + 1).filter(({ box }) => overlap(box, lower.box));
    const cover = above.length === 0 ? [] : coverOf(lower, above, areas);
    if (cover === null) return null;
    const clip = cover.length === 0 ? null : without(lower, cover);
    if (clip !== null) cuts.set(lower.leaf, clip);
    else if (cover.length > 0) return null;
  }
  return cuts;
}

/** What those above hide of a leaf; nothing where only their boxes meet. */
function coverOf(lower: PlacedLeaf, above: readonly PlacedLeaf[], areas: Areas): PathData | null {
  const reach = areas.reachOf(lower);
  if (reach === null) return null;
  let cover: PathData = [];
  for (const upper of above) {
    const other = areas.reachOf(upper);
    const meets = other && share(reach, other);
    if (meets === null) return null;
    const hidden = meets ? areas.hiddenBy(upper) : [];
    const all = hidden && joined(cover, hidden);
    if (all === null) return null;
    cover = all;
  }
  return cover;
}

/** The leaf's clip without an area of its sheet. */
function without({ leaf, matrix, box }: PlacedLeaf, cover: PathData): Clip | null {
  const back = invert(matrix);
  if (back === null) return null;
  const { x, y, width, height } = box;
  const around = rectanglePath({
    x: x - sheetSide,
    y: y - sheetSide,
    width: width + 2 * sheetSide,
    height: height + 2 * sheetSide,
  });
  const outline = transformPath([...around, ...cover], back);
  return { origin: leaf.origin, shapes: [{ outline, rule: "evenodd", clip: null }], clip: leaf.clip };
}
