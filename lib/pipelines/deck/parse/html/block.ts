import type { SvgElement } from "../element";
import type { Context } from "../scene/context";
import type { Spans } from "../text/spans";
import { type BoxStyle, boxStyle, displayOf, type Place, type Room } from "./box-style";
import { type Content, contentOf } from "./inline";
import { type Line, LineMaker } from "./lines";
import { markerOf } from "./list-marker";
import { columnsOf, rowsOf } from "./table";

/** A line where it stands: the room it has, and its baseline. Lengths in user units. */
export interface PlacedLine {
  kind: "line";
  block: SvgElement;
  line: Line;
  x: number;
  y: number;
  room: number;
  /** What of the room that is left stands before it. */
  share: 0 | 0.5 | 1;
}

/** A box of an element, without its margins. */
export interface PlacedBox {
  kind: "box";
  element: SvgElement;
  x: number;
  y: number;
  width: number;
  height: number;
}

export type Part = PlacedLine | PlacedBox;

/** From back to front; the height is with margins. */
export interface Laid {
  parts: Part[];
  height: number;
}

/** Where something is laid out: its upper left corner, the room it has, how deep it stands. */
interface Spot extends Room {
  x: number;
  y: number;
  depth: number;
}

type Text = Content & { kind: "text" };

/** Deeper than this nothing is laid out. */
const deepest = 64;

/**
 * Lays out HTML: blocks under each other, flex boxes in one row or column, tables, text in lines. Floats, grids, spans of
 * tables and places that are absolute are laid out as if they were blocks.
 */
export class Layout {
  private readonly contents = new Map<SvgElement, Content[]>();
  private readonly widths = { wish: new Map<SvgElement, number>(), least: new Map<SvgElement, number>() };

  private readonly lines: LineMaker;

  constructor(
    spans: Spans,
    private readonly ctx: Context,
  ) {
    this.lines = new LineMaker(spans, ctx);
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
      if (one.kind === "block") y -= Math.min(below, Math.max(0, boxStyle(one.element, spot, this.ctx).margin.top));
      const laid =
        one.kind === "text" ? this.text(element, one, { ...spot, y }) : this.block(one.element, { ...spot, y });
      if (parts.length === 0) parts.push(...markerOf(element, laid.parts, this.lines, this.ctx));
      parts.push(...laid.parts);
      y += laid.height;
      below = one.kind === "text" ? 0 : Math.max(0, boxStyle(one.element, spot, this.ctx).margin.bottom);
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
    const wishes = content.map((one) => this.widthOf("wish", element, one, spot.depth));
    const gaps = style.gap * Math.max(0, content.length - 1);
    const part = Math.min(1, Math.max(0, spot.width - gaps) / (total(wishes) || 1));
    const widths = content.map((one, at) =>
      part === 1 ? wishes[at] : Math.max(wishes[at] * part, this.widthOf("least", element, one, spot.depth)),
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
    const wish = (cell: SvgElement) => this.widthOf("wish", element, { kind: "block", element: cell }, spot.depth);
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

  /** As wide as on one line, or broken wherever it may be; with margins. */
  private widthOf(how: "wish" | "least", around: SvgElement, one: Content, depth: number): number {
    if (one.kind === "text") {
      const room = how === "wish" ? Number.POSITIVE_INFINITY : 0;
      const lines = this.lines.linesOf(around, one.characters, room);
      return Math.max(0, ...lines.map(({ width }) => width));
    }
    const known = this.widths[how].get(one.element);
    if (known !== undefined || depth > deepest) return known ?? 0;
    const width = this.widthOfBlock(how, one.element, depth);
    this.widths[how].set(one.element, width);
    return width;
  }

  private widthOfBlock(how: "wish" | "least", element: SvgElement, depth: number): number {
    const style = boxStyle(element, { width: 0, height: null }, this.ctx);
    const { margin, padding, width, mostWidth, gap } = style;
    const parts = this.contentOf(element).map((one) => this.widthOf(how, element, one, depth + 1));
    const beside = displayOf(element, this.ctx) === "row";
    const inner = beside ? total(parts) + gap * Math.max(0, parts.length - 1) : Math.max(0, ...parts);
    return Math.min(width ?? inner, mostWidth) + margin.left + margin.right + padding.left + padding.right;
  }

  private innerWidth(element: SvgElement, { width, shrinks, margin, padding }: BoxStyle, free: number): number {
    if (width !== null) return width;
    if (!shrinks) return Math.max(0, free);
    const edges = margin.left + margin.right + padding.left + padding.right;
    const one = { kind: "block", element } as const;
    const least = this.widthOf("least", element, one, 0) - edges;
    return Math.max(least, Math.min(this.widthOf("wish", element, one, 0) - edges, free));
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

const total = (lengths: readonly number[]): number => lengths.reduce((sum, length) => sum + length, 0);

function along(place: Place, left: number): number {
  return place === "middle" ? left / 2 : place === "end" ? left : 0;
}

function moved(laid: Laid, down: number): Laid {
  return down === 0 ? laid : { ...laid, parts: laid.parts.map((part) => ({ ...part, y: part.y + down })) };
}

/** What of the room that a line leaves stands before it, by `text-align`. */
function shareOf(block: SvgElement, ctx: Context): PlacedLine["share"] {
  const said = ctx.style(block, "text-align").trim();
  const start = ctx.style(block, "direction").trim() === "rtl" ? 1 : 0;
  if (said === "center" || said === "-webkit-center") return 0.5;
  if (said === "left") return 0;
  if (said === "right") return 1;
  return said === "end" ? (start === 1 ? 0 : 1) : start;
}
