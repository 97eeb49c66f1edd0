import type { Group, Text } from "../../scene";
import type { SvgElement } from "../element";
import type { Context } from "../scene/context";

/** Stands in until text layout is here. */
export function textOf(element: SvgElement, ctx: Context): Text | Group | null {
  ctx.note(element, "text_not_read");
  return null;
}
