import { identity } from "../../matrix";
import type { Group } from "../../scene";
import type { SvgElement } from "../element";
import { type Context, plainGroup } from "./context";
import { dressed, isShown } from "./node";
import { transformOf } from "./transform";

/** The root with its own opacity, clip, mask, filter and transform; empty when they leave nothing of it. */
export function dressRoot(group: Group | null, root: SvgElement, ctx: Context): Group {
  const nothing = plainGroup(root, identity, []);
  if (group === null || !isShown(root, ctx)) return nothing;
  const node = dressed(
    group,
    root,
    transformOf(root, ctx, () => null),
    ctx,
  );
  return node?.kind === "group" ? node : nothing;
}
