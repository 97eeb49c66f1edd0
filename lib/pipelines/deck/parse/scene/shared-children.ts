import type { SceneNode } from "../../scene";
import type { SvgElement } from "../element";
import type { Context } from "./context";

const read = new WeakMap<SvgElement, SceneNode[]>();

/**
 * Contents of a pattern, marker or mask, read once however many elements use it: they are the same for all users
 * unless something around takes part (`context-fill`, a clip, a circle of references), and then are read anew.
 */
export function sharedChildren(element: SvgElement, ctx: Context, inside: Context): SceneNode[] {
  if (ctx.entered.length > 0 || ctx.usesContextPaints) return ctx.childrenOf(element, inside);
  const before = read.get(element);
  if (before !== undefined) {
    ctx.spend(1);
    return before;
  }
  const children = ctx.childrenOf(element, { ...inside, paints: null });
  read.set(element, children);
  return children;
}
