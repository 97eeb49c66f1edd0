import { overlap } from "../analyze/overlap";
import { paintBox } from "../bounds";
import { union } from "../box";
import { clipToRect, groupOf } from "../filters/frame";
import { isOpaque } from "../filters/opaque";
import { multiply } from "../matrix";
import type { Group, Matrix, Rect, SceneNode } from "../scene";
import type { Noting } from "./noting";

/** Whether what blends inside sees only what else is inside (Compositing 1, 3.1). */
export function isolates(node: SceneNode): boolean {
  return (
    node.isolated ||
    node.opacity < 1 ||
    node.blend !== "normal" ||
    node.clip !== null ||
    node.mask !== null ||
    node.filter !== null
  );
}

/** Boxes, in the parent's user space, of what blends with things painted before the node. */
function blendingBoxes(node: SceneNode, around?: Matrix): Rect[] {
  const matrix = around === undefined ? node.transform : multiply(around, node.transform);
  if (node.blend !== "normal") return [paintBox(node, matrix) ?? []].flat();
  if (node.kind !== "group" || isolates(node)) return [];
  return node.children.flatMap((child) => blendingBoxes(child, matrix));
}

/** Pairs of a blending element and one before it that are looked at; with more, all become one drawn group. */
const mostPairs = 2_000_000;

/**
 * Makes the smallest groups that hold an element that blends and what lies behind it; those have to be drawn. What
 * blends with nothing is painted plainly. What lies behind stays native as well when it is opaque: the drawn group, cut
 * to the box of the element, or of the group that holds it, then just covers it.
 */
export function settleBlends(children: readonly SceneNode[], note: Noting): readonly SceneNode[] {
  const boxes = children.map((child) => blendingBoxes(child));
  const blending = boxes.filter((own) => own.length > 0);
  if (blending.length === 0) return children;
  if (blending.length * children.length > mostPairs) return [blended([...children], children[0], null)];
  let settled: Placed[] = [];
  for (const [index, child] of children.entries()) {
    const behind = boxes[index].length === 0 ? [] : behindOf(settled, boxes[index]);
    if (behind.length === 0) {
      settled.push(placed(boxes[index].length === 0 ? child : alone(child, note)));
      continue;
    }
    // A group is drawn whole, with what in it does not blend.
    const reach = child.blend === "normal" ? [paintBox(child, child.transform) ?? []].flat() : boxes[index];
    const covered = behindOf(settled, reach);
    const opaque = covered.every(({ node }) => isOpaque(node));
    const seen = opaque ? reach.reduce<Rect | null>(union, null) : null;
    const taken = opaque ? covered : movable(settled, behind);
    if (!opaque) {
      const gone = new Set(taken);
      settled = settled.filter((entry) => !gone.has(entry));
    }
    settled.push(placed(blended([...taken.flatMap(({ node }) => unwrapped(node)), child], child, seen)));
  }
  return settled.map(({ node }) => node);
}

interface Placed {
  node: SceneNode;
  /** In the parent's user space. */
  box: Rect | null;
}

function placed(node: SceneNode): Placed {
  return { node, box: paintBox(node, node.transform) };
}

function behindOf(settled: readonly Placed[], boxes: readonly Rect[]): Placed[] {
  return settled.filter(({ box }) => boxes.some((other) => overlap(box, other)));
}

/** What can be moved up with these: also whatever later one lies over them, or it would be hidden. */
function movable(settled: readonly Placed[], behind: readonly Placed[]): Placed[] {
  const wanted = new Set(behind);
  let covered: Rect | null = null;
  return settled.filter((entry) => {
    if (!wanted.has(entry) && !overlap(entry.box, covered)) return false;
    covered = union(covered, entry.box);
    return true;
  });
}

/** A group made here before goes into the next one part by part, so that groups do not nest without end. */
function unwrapped(node: SceneNode): readonly SceneNode[] {
  return node.kind === "group" && node.isolated && node.clip === null && isMade(node) ? node.children : [node];
}

/** Whether `settleBlends` made the group, which is then drawn as it is. */
export function isMade({ origin }: SceneNode): boolean {
  return origin.id.endsWith("/blend");
}

/** A plain group's own children are settled when it is entered. */
function alone(child: SceneNode, note: Noting): SceneNode {
  if (child.blend === "normal") return child;
  const plain: SceneNode = { ...child, blend: "normal", isolated: true };
  note(plain, "blend_without_backdrop");
  return plain;
}

function blended(children: SceneNode[], { origin }: SceneNode, seen: Rect | null): Group {
  const clip = seen === null ? null : clipToRect(origin, seen);
  return { ...groupOf({ ...origin, id: `${origin.id}/blend` }, children, { clip }), isolated: true };
}
