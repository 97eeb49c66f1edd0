import type { ReasonCode } from "../policy";
import type { Group, SceneNode } from "../scene";
import { type PreprocessReport, record } from "./report";
import { unseenBecause } from "./unseen";

/**
 * The same picture without what can never be seen in it. Contents of patterns, masks, markers and clips stay as they
 * are: they are drawn with what they serve. The root itself stays, empty if need be.
 */
export function dropUnseen(root: Group, report: PreprocessReport): Group {
  const sweep = new Sweep(report, root.origin.source);
  return sweep.root(root);
}

class Sweep {
  /** Source elements already told of; an `svg` is two groups, its place and its viewport. */
  private readonly told: Set<number>;

  constructor(
    private readonly report: PreprocessReport,
    rootSource: number,
  ) {
    this.told = new Set([rootSource]);
  }

  root(root: Group): Group {
    const reason = unseenBecause(root);
    if (reason === null) return this.swept(root);
    for (const child of root.children) this.tell(child, reason);
    return root.children.length === 0 ? root : { ...root, children: [] };
  }

  private kept(node: SceneNode): SceneNode | null {
    const reason = unseenBecause(node);
    if (reason !== null) {
      this.tell(node, reason);
      return null;
    }
    if (node.kind !== "group") return node;
    const group = this.swept(node);
    const emptied = unseenBecause(group);
    if (emptied === null) return group;
    this.tell(group, emptied);
    return null;
  }

  private swept(group: Group): Group {
    const children = group.children.flatMap((child) => this.kept(child) ?? []);
    return children.length === group.children.length && children.every((child, at) => child === group.children[at])
      ? group
      : { ...group, children };
  }

  /** Of the node and all it holds. */
  private tell(node: SceneNode, reason: ReasonCode): void {
    if (!this.told.has(node.origin.source)) {
      this.told.add(node.origin.source);
      record(this.report, node.origin, "dropped", reason);
    }
    if (node.kind === "group") for (const child of node.children) this.tell(child, reason);
  }
}
