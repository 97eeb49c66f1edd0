import { paintsTwice } from "../../analyze/overlap";
import { paintBox } from "../../bounds";
import { type Region, within } from "../../map/region";
import { multiply } from "../../matrix";
import type { Group, Matrix, Rect, SceneNode } from "../../scene";

export type Leaf = Exclude<SceneNode, Group>;

/** Something painted in a group, where it stands on a sheet that the group is laid out on. */
export interface PlacedLeaf {
  leaf: Leaf;
  /** From the leaf's user space to the sheet. */
  matrix: Matrix;
  /** What clips leave of it, on the sheet; null where nothing is cut. */
  clip: Region | null;
  /** All that it paints, on the sheet. */
  box: Rect;
}

/**
 * All that a group paints, lowest first; null when it holds more than plain parts in plain groups.
 * @param sheet from the group's user space.
 */
export function leavesOf(group: Group, sheet: Matrix): PlacedLeaf[] | null {
  const leaves: PlacedLeaf[] = [];
  const take = (node: SceneNode, around: Matrix, cut: Region | null): boolean => {
    if (node.mask !== null || node.filter !== null || node.blend !== "normal") return false;
    const matrix = multiply(around, node.transform);
    const clip = within(cut, node.clip, matrix);
    if (node.kind === "group") return node.opacity === 1 && node.children.every((child) => take(child, matrix, clip));
    const box = paintBox(node, matrix);
    if (box !== null) leaves.push({ leaf: node, matrix, clip, box });
    return !paintsTwice(node, new Map());
  };
  return group.children.every((child) => take(child, sheet, null)) ? leaves : null;
}
