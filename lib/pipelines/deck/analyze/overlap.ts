import { intersection } from "../box";
import type { Group, Rect, SceneNode, Stroke } from "../scene";
import type { FactsByNode } from "./facts";

/** Boxes that share less than this many user units do not overlap. */
const touching = 1e-3;

/** Most pairs looked at; a group of more counts as overlapping. */
const mostChildren = 2000;

export function overlap(first: Rect | null, second: Rect | null): boolean {
  if (first === null || second === null) return false;
  const shared = intersection(first, second);
  return shared !== null && shared.width > touching && shared.height > touching;
}

/** Whether any two things painted in the group may lie over each other, by their boxes. */
export function childrenOverlap(group: Group, facts: FactsByNode): boolean {
  if (group.children.length > mostChildren) return true;
  const boxes = group.children.flatMap((child) => facts.get(child)?.box ?? []).sort((one, other) => one.x - other.x);
  return boxes.some((box, index) => {
    for (let next = index + 1; next < boxes.length && boxes[next].x < box.x + box.width; next++) {
      if (overlap(box, boxes[next])) return true;
    }
    return false;
  });
}

/**
 * Whether a node's parts shine through each other when each is faded by itself: a group's children, a see-through
 * stroke over its fill (map ends the fill where an opaque stroke begins), markers, a shadow. Text stays text whatever it has.
 */
export function paintsTwice(node: SceneNode, facts: FactsByNode): boolean {
  switch (node.kind) {
    case "group":
      return childrenOverlap(node, facts) || node.children.some((child) => paintsTwice(child, facts));
    case "shape":
      return (
        (node.fill !== null && node.stroke !== null && !isSolid(node.stroke)) ||
        node.markers.length > 0 ||
        node.shadow !== undefined
      );
    case "image":
    case "text":
      return false;
  }
}

function isSolid({ paint, opacity }: Stroke): boolean {
  return paint.kind === "solid" && paint.colour.alpha * opacity > 0.99;
}
