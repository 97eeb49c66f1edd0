import { identity } from "../../matrix";
import type { Fill, PaintStep, Rect, Stroke, TextRun } from "../../scene";
import type { SvgElement } from "../element";
import { type Context, originOf } from "../scene/context";
import { linkOf } from "../scene/described";
import { fillOf } from "../scene/fill";
import { readPaintOrder } from "../scene/paint-order";
import { strokeOf } from "../scene/stroke";
import type { Character } from "./characters";
import { decorationsOf } from "./decoration";
import type { PlacedCluster } from "./flow";
import { fontChoice } from "./font-choice";
import { glyphsOf } from "./glyph";
import { type RunPiece, spacingOf } from "./pieces";

interface SpanPaint {
  fill: Fill | null;
  stroke: Stroke | null;
  paintOrder: readonly PaintStep[];
  link: string;
}

/** Makes runs of laid out clusters; what an element paints with is read once. */
export class RunReader {
  private readonly paints = new Map<SvgElement, SpanPaint>();

  /** @param box object bounding box of the whole text: gradients of its spans are of it (SVG 2, 8.10). */
  constructor(
    private readonly characters: readonly Character[],
    private readonly box: Rect | null,
    private readonly ctx: Context,
  ) {}

  run(placed: RunPiece): TextRun {
    const [first, last] = [placed[0], placed[placed.length - 1]];
    const { style, face } = first.cluster.item;
    return {
      origin: originOf(style.element),
      text: this.textOf(placed),
      at: first.at,
      width: last.at.x + last.cluster.advance - first.at.x,
      font: fontChoice(style, face, this.ctx.fonts),
      size: style.size,
      spacing: spacingOf(placed),
      ...this.paintOf(style.element),
      decorations: decorationsOf(style.element, placed, this.ctx, (element) => this.paintOf(element)),
      glyphs: placed.flatMap(glyphsOf),
    };
  }

  private textOf(placed: readonly PlacedCluster[]): string {
    const starts = placed.map(({ cluster }) => cluster.character);
    const ends = placed.map(({ cluster }) => cluster.character + cluster.count);
    const from = starts.reduce((least, start) => Math.min(least, start));
    const to = ends.reduce((most, end) => Math.max(most, end));
    return this.characters
      .slice(from, to)
      .map(({ text }) => text)
      .join("");
  }

  private paintOf(element: SvgElement): SpanPaint {
    let paint = this.paints.get(element);
    if (paint === undefined) {
      const { ctx, box } = this;
      const use = { element, box, transform: identity, ctx };
      const paintOrder = readPaintOrder(ctx.style(element, "paint-order"));
      paint = { fill: fillOf(use), stroke: strokeOf(use), paintOrder, link: linkOf(element, ctx) };
      this.paints.set(element, paint);
    }
    return paint;
  }
}
