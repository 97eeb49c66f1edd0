import { overlap } from "../../analyze/overlap";
import { paintBox } from "../../bounds";
import { identity, multiply } from "../../matrix";
import type { Group, Matrix, Rect, SceneNode } from "../../scene";

/** Nodes beyond which a group is not set apart: each part is cut by all that lie over it. */
const mostNodes = 100;

/** Path segments times parts: what setting a group apart costs. Null when it is beyond all bounds. */
export function costOf(group: Group): number | null {
  let [nodes, parts, segments] = [0, 0, 0];
  const count = (node: SceneNode): void => {
    nodes += 1;
    if (nodes > mostNodes) return;
    if (node.kind === "group") for (const child of node.children.slice(0, mostNodes)) count(child);
    else parts += 1;
    if (node.kind === "shape") segments += node.geometry.outline.length;
  };
  count(group);
  return nodes > mostNodes ? null : parts * segments;
}

/** Whether the boxes of any two parts have something in common. Only for groups within the bounds of `costOf`. */
export function partsMeet(group: Group): boolean {
  const boxes: Rect[] = [];
  const take = (node: SceneNode, around: Matrix): boolean => {
    const matrix = multiply(around, node.transform);
    if (node.kind === "group" && node.filter === null) return node.children.some((child) => take(child, matrix));
    const box = paintBox(node, matrix);
    if (box === null) return false;
    const meets = boxes.some((other) => overlap(box, other));
    boxes.push(box);
    return meets;
  };
  return take({ ...group, filter: null }, identity);
}
