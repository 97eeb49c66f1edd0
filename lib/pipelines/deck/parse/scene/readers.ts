import type { Clip, FilterUse, Group, Image, Mask, SceneNode, Shape, Text } from "../../scene";
import type { SvgElement } from "../element";
import type { Context } from "./context";

/** `null`: the property asks for nothing, or is ignored because it is broken; `hidden`: the element is not drawn at all. */
export type Effect<Kind> = Kind | null | "hidden";

/**
 * The readers group.ts calls, each in the file of its name: shape.ts, image.ts, text/index.ts, clip.ts, mask.ts,
 * filter.ts. What a reader gives has its own contents only: transform, title, link, opacity, blend, clip, mask and
 * filter are put on it by group.ts afterwards (plainGroup's values will do).
 */
export interface Readers {
  shapeOf(element: SvgElement, ctx: Context): Shape | null;
  imageOf(element: SvgElement, ctx: Context): Image | Group | null;
  textOf(element: SvgElement, ctx: Context): Text | Group | null;
  /** `node` is what the element draws, in its user space (its own transform not applied): for `objectBoundingBox`. */
  clipOf(element: SvgElement, node: SceneNode, ctx: Context): Effect<Clip>;
  maskOf(element: SvgElement, node: SceneNode, ctx: Context): Effect<Mask>;
  filterOf(element: SvgElement, node: SceneNode, ctx: Context): Effect<FilterUse>;
}
