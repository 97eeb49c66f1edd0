import { fillBox, paintBox } from "../../bounds";
import { contains } from "../../box";
import { identity, multiply, translation } from "../../matrix";
import { rectanglePath } from "../../outline";
import type { Clip, Fill, Group, Rect, SceneNode } from "../../scene";
import type { SvgElement } from "../element";
import { chosenChild } from "../switch";
import { frameOf, isCut, placeOf } from "../viewport";
import { type Context, type ContextPaints, enter, originOf, plainGroup } from "./context";
import { fillOf } from "./fill";
import { strokeOf } from "./stroke";

/** What a container draws, in its own coordinates; null for nothing, but a filter may paint where there is nothing. */
export function contentOf(element: SvgElement, ctx: Context): Group | null {
  const group = contents(element, ctx);
  if (group === null) return null;
  return group.children.length > 0 || ctx.style(element, "filter").trim() !== "none" ? group : null;
}

function contents(element: SvgElement, ctx: Context): Group | null {
  switch (element.tag) {
    case "svg":
    case "symbol":
      return viewportGroup(element, placeOf(element, ctx), isCut(element, ctx), ctx);
    case "use":
      return usedGroup(element, ctx);
    case "switch":
      return switchGroup(element, ctx);
    default:
      return plainGroup(element, identity, ctx.childrenOf(element, ctx));
  }
}

/** HTML that comes to nothing gives way to what the file offers in its place. */
function switchGroup(element: SvgElement, ctx: Context): Group {
  let { chosen, others } = chosenChild(element.children);
  let node = chosen === undefined ? null : ctx.nodeOf(chosen, ctx);
  if (node === null && chosen?.tag === "foreignObject") {
    ({ chosen, others } = chosenChild(others));
    node = chosen === undefined ? null : ctx.nodeOf(chosen, ctx);
  }
  for (const other of others) ctx.note(other, "switch_not_chosen");
  if (node === null) ctx.note(element, "switch_empty");
  return plainGroup(element, identity, node === null ? [] : [node]);
}

/** Contents of an `svg` or copied `symbol`, cut at its viewport unless nothing hangs over. */
export function viewportGroup(element: SvgElement, place: Rect, cut: boolean, ctx: Context): Group | null {
  const frame = frameOf(element, place);
  if (frame === null) {
    ctx.note(element, "viewport_empty");
    return null;
  }
  const inner = plainGroup(element, frame.matrix, ctx.childrenOf(element, ctx));
  if (cut) inner.clip = edgeOf(element, frame.visible, inner);
  return plainGroup(element, identity, inner.children.length === 0 ? [] : [inner]);
}

function edgeOf(element: SvgElement, visible: Rect, group: Group): Clip | null {
  const painted = paintBox(group);
  if (painted === null || contains(visible, painted, 1e-6)) return null;
  return {
    origin: originOf(element),
    shapes: [{ outline: rectanglePath(visible), rule: "nonzero", clip: null }],
    clip: null,
  };
}

const usable = new Set(
  "a circle ellipse g image line path polygon polyline rect svg switch symbol text use".split(" "),
);

/** What a `use` shows, moved to its `x` and `y` (SVG 2, 5.6). */
function usedGroup(use: SvgElement, ctx: Context): Group | null {
  const target = targetOf(use, ctx);
  const around = target === null ? null : enter(ctx, target);
  if (target === null) return null;
  if (around === null || holds(target, use)) {
    ctx.note(use, "use_recursive", target.id);
    return null;
  }
  const copy = ctx.copy(use, target);
  const node = ctx.nodeOf(copy, ctx.usesContextPaints ? { ...around, paints: paintsOf(use, copy, around) } : around);
  if (node === null) return plainGroup(use, identity, []);
  const { attributes } = use;
  const x = ctx.length(use, attributes.get("x"), "x", 0);
  const y = ctx.length(use, attributes.get("y"), "y", 0);
  const moved: SceneNode = { ...node, transform: multiply(translation(x, y), node.transform) };
  return plainGroup(use, identity, [moved]);
}

function targetOf(use: SvgElement, ctx: Context): SvgElement | null {
  const target = ctx.reference(use.attributes.get("href") ?? "");
  if (target !== undefined && usable.has(target.tag)) return target;
  ctx.note(use, "use_not_found", use.attributes.get("href")?.slice(0, 80) ?? "");
  return null;
}

/** Whether the target stands around the `use` itself. */
function holds(target: SvgElement, use: SvgElement): boolean {
  for (let at: SvgElement | null = use; at !== null; at = at.parent) {
    if (at === target || at.copyOf === target) return true;
  }
  return false;
}

/** Stands in while only the box of what is shown is asked for. */
const anyFill: Fill = {
  paint: { kind: "solid", colour: { red: 0, green: 0, blue: 0, alpha: 1 } },
  rule: "nonzero",
  opacity: 1,
};

/** Fill and stroke of the `use` for `context-fill` in what it shows; gradients span the whole of it. */
function paintsOf(use: SvgElement, copy: SvgElement, ctx: Context): ContextPaints {
  const anyPaints = { fill: anyFill, stroke: null, transform: identity };
  const shown = ctx.nodeOf(copy, { ...ctx, paints: anyPaints, note: () => undefined });
  const box = shown === null ? null : fillBox(shown, shown.transform);
  const given = { element: use, box, transform: identity, ctx };
  return { fill: fillOf(given), stroke: strokeOf(given), transform: identity };
}
