import type { SvgElement } from "../element";
import type { Context } from "../scene/context";
import { type SpanStyle, spanStyle } from "./span-style";

/** The styles of a text's elements, each read once. */
export class Spans {
  private readonly known = new Map<SvgElement, SpanStyle>();

  constructor(
    private readonly text: SvgElement,
    private readonly ctx: Context,
  ) {}

  of(element: SvgElement): SpanStyle {
    let style = this.known.get(element);
    if (style === undefined) {
      style = spanStyle(element, this.text, this.ctx, this.ctx.fonts);
      this.known.set(element, style);
    }
    return style;
  }
}
