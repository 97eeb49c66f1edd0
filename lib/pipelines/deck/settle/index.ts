import { unfiltered } from "../filters";
import { groupOf, keepsRectangles } from "../filters/frame";
import type { ReasonCode, Targets } from "../policy";
import type { Group, Scene, SceneNode, SceneNote } from "../scene";
import { apart } from "./apart";
import { costOf, partsMeet } from "./apart/cost";
import { isMade, settleBlends } from "./blend";
import { unmasked } from "./mask";
import type { Noting } from "./noting";
import { shadowed } from "./shadow";
import { softened } from "./soft-edge";

/** A scene in which filters, masks and blend modes are gone wherever plain shapes say the same. */
export interface Settled {
  scene: Scene;
  /** Why shapes stand where something else stood, by the leaf or group it became. */
  reasons: ReadonlyMap<SceneNode, readonly ReasonCode[]>;
}

/**
 * Rewrites what PowerPoint cannot say but shapes can: run between parse and analyze. What cannot be said stays as it
 * is, and policy has it drawn. Elements of which nothing is seen go, with a note.
 */
export function settle(scene: Scene, targets: Targets): Settled {
  const reasons = new Map<SceneNode, ReasonCode[]>();
  const notes: SceneNote[] = [...scene.notes];
  const walk = new Walk(reasons, notes, targets);
  const root = walk.settled(scene.root, true);
  const group = root?.kind === "group" ? root : groupOf(scene.root.origin, root === null ? [] : [root]);
  return { scene: { ...scene, root: group, notes }, reasons };
}

/** Segments times parts of groups that a scene may have set apart: about a second's work. */
const mostApart = 20_000;

class Walk {
  private apartLeft = mostApart;

  constructor(
    private readonly reasons: Map<SceneNode, ReasonCode[]>,
    private readonly notes: SceneNote[],
    private readonly targets: Targets,
  ) {}

  /**
   * @param around whether level rectangles stay level on the slide.
   * @returns null when nothing of the node is seen.
   */
  settled(node: SceneNode, around: boolean): SceneNode | null {
    const upright = around && keepsRectangles(node.transform);
    if (node.mask === null && node.filter === null) return this.inside(node, upright);
    const plain = this.withoutMask(node);
    if (plain === null) return null;
    if (plain.mask !== null) return plain;
    if (plain.filter === null) return this.inside(plain, upright);
    return this.withoutFilter(plain, upright);
  }

  private inside(node: SceneNode, upright: boolean): SceneNode {
    if (node.kind !== "group") return node;
    const kept = settleBlends(node.children, this.note).flatMap((child) => this.entered(child, upright) ?? []);
    const same = kept.length === node.children.length && kept.every((child, index) => child === node.children[index]);
    return this.setApart(same ? node : this.carried(node, { ...node, children: kept }));
  }

  /** What is see-through as one, with its parts cut where others hide them. */
  private setApart(group: Group): Group {
    if (!(group.opacity > 0 && group.opacity < 1) || group.blend !== "normal") return group;
    const cost = costOf(group);
    if (cost === null || cost > this.apartLeft || !partsMeet(group)) return group;
    this.apartLeft -= cost;
    const made = apart(group);
    if (made === null) return group;
    for (const leaf of made.cut) this.note(leaf, "group_opacity_as_shapes");
    return this.carried(group, made.group);
  }

  /** What has to be drawn for its blending is drawn as it is. */
  private entered(child: SceneNode, upright: boolean): SceneNode | null {
    return isMade(child) ? child : this.settled(child, upright);
  }

  private withoutMask(node: SceneNode): SceneNode | null {
    const made = unmasked(node);
    if (made === null) return node;
    if (made.node === null) return this.gone(node, made.outcome);
    this.carried(node, made.node);
    this.noteLeaves(made.node, made.outcome);
    return made.node;
  }

  /** Regions of a turned or skewed element are drawn by resvg alone: what they mean there is in dispute. */
  private withoutFilter(node: SceneNode, upright: boolean): SceneNode | null {
    const steps = node.filter?.primitives.length ?? 0;
    if (!upright || steps > this.targets.filter_primitives) return node;
    const over = shadowed(node);
    if (over !== null) {
      this.noteLeaves(over, "filter_as_shadow");
      return this.inside(this.carried(node, over), upright);
    }
    const soft = softened(node);
    if (soft !== null) return this.inside(this.carried(node, soft), upright);
    const made = unfiltered(node);
    if (made === null) return node;
    if (made.nodes.length === 0) return this.gone(node, made.outcome);
    this.noteHidden(node, made.nodes);
    for (const part of made.nodes) this.noteLeaves(part, made.outcome);
    const { transform, opacity, clip, blend, isolated } = node;
    const frame: Group = { ...groupOf(node.origin, made.nodes, { transform, clip, opacity }), blend, isolated };
    return this.inside(this.carried(node, { ...frame, title: node.title, description: node.description }), upright);
  }

  private gone(node: SceneNode, reason: ReasonCode): null {
    const { id, tag, line } = node.origin;
    this.notes.push({ element_id: id, element_type: tag, source_line: line, reason, detail: "" });
    return null;
  }

  /** Notes what the filtered node paints and nothing of what the filter makes of it shows. */
  private noteHidden(node: SceneNode, made: readonly SceneNode[]): void {
    const shown = new Set(made.flatMap(leavesOf).map(({ origin }) => origin.source));
    for (const leaf of leavesOf(node)) if (!shown.has(leaf.origin.source)) this.gone(leaf, "filter_hides");
  }

  private readonly note: Noting = (node, reason) => {
    const known = this.reasons.get(node);
    if (known === undefined) this.reasons.set(node, [reason]);
    else if (!known.includes(reason)) known.push(reason);
  };

  /** A rewritten node keeps what was noted of it. */
  private carried<Node extends SceneNode>(from: SceneNode, to: Node): Node {
    for (const reason of this.reasons.get(from) ?? []) this.note(to, reason);
    return to;
  }

  private noteLeaves(node: SceneNode, reason: ReasonCode): void {
    if (node.kind !== "group") this.note(node, reason);
    else if (node.filter === null) for (const child of node.children) this.noteLeaves(child, reason);
  }
}

function leavesOf(node: SceneNode): SceneNode[] {
  return node.kind === "group" ? node.children.flatMap(leavesOf) : [node];
}
