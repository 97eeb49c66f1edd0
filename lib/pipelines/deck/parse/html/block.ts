import type { SvgElement } from "../element";
import type { Context } from "../scene/context";
import type { Spans } from "../text/spans";
import { type BoxStyle, boxStyle, displayOf, type Room } from "./box-style";
import { type Content, contentOf } from "./inline";
import { along, type Laid, moved, type Part, type PlacedBox, shareOf } from "./laid";
import { LineMaker } from "./lines";
import { markerOf } from "./list-marker";
import { deepest, OwnWidths, total } from "./own-widths";
import { columnsOf, rowsOf } from "./table";

/** Where something is laid out: its upper left corner, the room it has, how deep it stands. */
interface Spot extends Room {
  x: number;
  y: number;
  depth: number;
}

type Text = Content & { kind: "text" };

const noMargin = { top: 0, bottom: 0 };

/**
 * Lays out HTML: blocks under each other, flex boxes in one row or column, tables, text in lines. Floats, grids, spans of
 * tables and places that are absolute are laid out as if they were blocks.
 */
export class Layout {
  private readonly contents = new Map<SvgElement, Content[]>();
  private readonly widths: OwnWidths;

  private readonly lines: LineMaker;

  constructor(
    spans: Spans,
    private readonly ctx: Context,
  ) {
    this.lines = new LineMaker(spans, ctx);
    this.widths = new OwnWidths((element) => this.contentOf(element), this.lines, ctx);
  }

  /** A block and all in it, its margins too. */
  block(element: SvgElement, spot: Spot): Laid {
    if (spot.depth > deepest) {
      this.ctx.note(element, "too_deep");
      return { parts: [], height: 0 };
    }
    this.noteBackdrop(element);
    const style = boxStyle(element, spot, this.ctx);
    const { margin, padding } = style;
    const edges = padding.left + padding.right;
    const free = spot.width - margin.left - margin.right - edges;
    const width = Math.min(this.innerWidth(element, style, free), style.mostWidth);
    const x = spot.x + margin.left + this.indent(element, style, free - width);
    const y = spot.y + margin.top;
    const corner = { x: x + padding.left, y: y + padding.top };
    const inner = this.inside(element, style, { ...corner, width, height: style.height, depth: spot.depth + 1 });
    const height = (style.height ?? inner.height) + padding.top + padding.bottom;
    const box: PlacedBox = { kind: "box", element, x, y, width: width + edges, height };
    return { parts: [box, ...inner.parts], height: margin.top + height + margin.bottom };
  }

  /** Drawing programs write what is blurred behind a pane so. */
  private noteBackdrop(element: SvgElement): void {
    const names = ["backdrop-filter", "-webkit-backdrop-filter"];
    const said = names.map((name) => this.ctx.style(element, name).trim()).find((value) => value !== "");
    if (said !== undefined && said !== "none") this.ctx.note(element, "foreign_object", `backdrop-filter: ${said}`);
  }

  private inside(element: SvgElement, style: BoxStyle, spot: Spot): Laid {
    const display = displayOf(element, this.ctx);
    if (display === "row") return this.row(element, style, spot);
    const rows = display === "table" ? rowsOf(element, this.ctx) : [];
    const laid = rows.length > 0 ? this.table(element, rows, style, spot) : this.stacked(element, spot);
    return style.height === null ? laid : moved(laid, along(style.along, style.height - laid.height));
  }

  private stacked(element: SvgElement, spot: Spot): Laid {
    const parts: Part[] = [];
    let y = spot.y;
    let below = 0; // the margin of the block before, which goes into the next one's
    for (const one of this.contentOf(element)) {
      const margin = one.kind === "text" ? noMargin : boxStyle(one.element, spot, this.ctx).margin;
      y -= Math.min(below, Math.max(0, margin.top));
      const laid =
        one.kind === "text" ? this.text(element, one, { ...spot, y }) : this.block(one.element, { ...spot, y });
      if (parts.length === 0) parts.push(...markerOf(element, laid.parts, this.lines, this.ctx));
      parts.push(...laid.parts);
      y += laid.height;
      below = Math.max(0, margin.bottom);
    }
    return { parts, height: y - spot.y };
  }

  private text(block: SvgElement, { characters }: Text, { x, y, width }: Spot): Laid {
    const parts: Part[] = [];
    const share = shareOf(block, this.ctx);
    let top = y;
    for (const line of this.lines.linesOf(block, characters, width)) {
      parts.push({ kind: "line", block, line, x, y: top + line.above, room: width, share });
      top += line.above + line.below;
    }
    return { parts, height: top - y };
  }

  /** Side by side, each as wide as it wishes as far as there is room (CSS Flexible Box 1, without growing). */
  private row(element: SvgElement, style: BoxStyle, spot: Spot): Laid {
    const content = this.contentOf(element);
    const wishes = content.map((one) => this.widths.of("wish", element, one, spot.depth));
    const gaps = style.gap * Math.max(0, content.length - 1);
    const part = Math.min(1, Math.max(0, spot.width - gaps) / (total(wishes) || 1));
    const widths = content.map((one, at) =>
      part === 1 ? wishes[at] : Math.max(wishes[at] * part, this.widths.of("least", element, one, spot.depth)),
    );
    const left = spot.width - total(widths) - gaps;
    const apart = style.along === "between" && content.length > 1 ? left / (content.length - 1) : 0;
    let x = spot.x + along(style.along, left);
    const laid = content.map((one, at) => {
      const own = { ...spot, x, width: widths[at], height: null };
      x += widths[at] + style.gap + apart;
      return one.kind === "block" ? this.block(one.element, own) : this.text(element, one, own);
    });
    const height = Math.max(0, ...laid.map((one) => one.height));
    const parts = laid.flatMap((one) => moved(one, along(style.across, (style.height ?? height) - one.height)).parts);
    return { parts, height };
  }

  private table(element: SvgElement, rows: SvgElement[][], style: BoxStyle, spot: Spot): Laid {
    const wish = (cell: SvgElement) => this.widths.of("wish", element, { kind: "block", element: cell }, spot.depth);
    const columns = columnsOf(rows, spot.width, style.width !== null, wish);
    const parts: Part[] = [];
    let y = spot.y;
    for (const cells of rows) {
      let { x } = spot;
      const own = rows.length === 1 ? style.height : null;
      const laid = cells.map((cell, at) => {
        const one = this.block(cell, { ...spot, x, y, width: columns[at], height: own });
        x += columns[at];
        return one;
      });
      parts.push(...laid.flatMap((one) => one.parts));
      y += Math.max(0, ...laid.map(({ height }) => height));
    }
    return { parts, height: y - spot.y };
  }

  private innerWidth(element: SvgElement, { width, shrinks, margin, padding }: BoxStyle, free: number): number {
    if (width !== null) return width;
    if (!shrinks) return Math.max(0, free);
    const edges = margin.left + margin.right + padding.left + padding.right;
    const one = { kind: "block", element } as const;
    const least = this.widths.of("least", element, one, 0) - edges;
    return Math.max(least, Math.min(this.widths.of("wish", element, one, 0) - edges, free));
  }

  /** What shrinks stands in its line as the text around it does. */
  private indent(element: SvgElement, { centred, shrinks }: BoxStyle, left: number): number {
    if (centred) return Math.max(0, left) / 2;
    return shrinks && element.parent !== null ? shareOf(element.parent, this.ctx) * left : 0;
  }

  private contentOf(element: SvgElement): Content[] {
    const known = this.contents.get(element) ?? contentOf(element, this.ctx);
    this.contents.set(element, known);
    return known;
  }
}
