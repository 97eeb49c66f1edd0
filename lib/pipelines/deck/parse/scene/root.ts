import { identity } from "../../matrix";
import type { Colour, Group } from "../../scene";
import type { SvgElement } from "../element";
import { standIn } from "../stand-in";
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

/**
 * The root with its CSS background behind it, as browsers show a file; a white one is the slide's own.
 * @param size of the outermost viewport, in its user units.
 */
export function withBackground(
  group: Group,
  root: SvgElement,
  size: { width: number; height: number },
  ctx: Context,
): Group {
  const said = ctx.style(root, "background-color");
  const colour = ctx.colour(root, said);
  if (colour === null || colour.alpha === 0 || isWhite(colour)) return group;
  const back = ctx.nodeOf(standIn("rect", { from: root, source: root }, { x: 0, y: 0, ...size }, { fill: said }), ctx);
  return back === null ? group : { ...group, children: [back, ...group.children] };
}

const isWhite = ({ red, green, blue }: Colour): boolean => Math.min(red, green, blue) >= 255;
