import type { SvgElement } from "../element";
import type { Context } from "../scene/context";
import type { Spans } from "../text/spans";
import { insetsOf, isFrame, shiftOf, translationOf } from "./apart";
import { type BoxStyle, boxStyle, displayOf, type Room } from "./box-style";
import { gridColumns } from "./grid";
import { type Content, type Contents, contentOf } from "./inline";
import { pictureOf } from "./inline-picture";
import { along, type Laid, moved, type Part, type PlacedBox, type PlacedLine, shareOf } from "./laid";
import { LineMaker } from "./lines";
import { markerOf } from "./list-marker";
import { deepest, OwnWidths, total } from "./own-widths";
import { pictureAlone, picturesIn } from "./placed-picture";
import { columnsOf, rowsOf } from "./table";

/** Where something is laid out: its upper left corner, the room it has, how deep it stands. */
interface Spot extends Room {
  x: number;
  y: number;
  depth: number;
}

type Text = Content & { kind: "text" };

/** What stands apart, with where it would stand if its style named no edge. */
interface Apart {
  element: SvgElement;
  x: number;
  y: number;
}

const widthOf = (part: Part | undefined): number => (part === undefined || part.kind === "line" ? 0 : part.width);

const noMargin = { top: 0, bottom: 0 };

/**
 * Lays out HTML: blocks under each other, flex boxes in one row or column, tables, grids, text in lines. what stands apart by the
 * edges of its frame. Floats and spans of tables and grids are laid out as if they were blocks.
 */
export class Layout {
  private readonly contents = new Map<SvgElement, Contents>();
  private readonly widths: OwnWidths;

  private readonly lines: LineMaker;
  /** What waits for the frame around it to be laid out. */
  private apart: Apart[] = [];

  constructor(
    spans: Spans,
    private readonly ctx: Context,
  ) {
    this.lines = new LineMaker(spans, ctx);
    this.widths = new OwnWidths((element) => this.contentOf(element).flow, this.lines, ctx);
  }

  /** A block and all in it, its margins too. */
  block(element: SvgElement, spot: Spot): Laid {
    if (spot.depth > deepest) {
      this.ctx.note(element, "too_deep");
      return { parts: [], height: 0 };
    }
    this.noteBackdrop(element);
    const shift = shiftOf(element, spot, this.ctx);
    const laid = this.boxed(element, boxStyle(element, spot, this.ctx), spot);
    return moved(laid, shift.y, shift.x);
  }

  private boxed(element: SvgElement, style: BoxStyle, spot: Spot): Laid {
    const { margin, padding } = style;
    const edges = padding.left + padding.right;
    const free = spot.width - margin.left - margin.right - edges;
    const width = Math.min(this.innerWidth(element, style, free), style.mostWidth);
    const x = spot.x + margin.left + this.indent(element, style, free - width);
    const y = spot.y + margin.top;
    const corner = { x: x + padding.left, y: y + padding.top };
    const waiting = this.apart;
    if (isFrame(element, this.ctx)) this.apart = [];
    const inner = this.inside(element, style, { ...corner, width, height: style.height, depth: spot.depth + 1 });
    this.apart.push(...this.contentOf(element).apart.map((one) => ({ element: one, ...corner })));
    const height = (style.height ?? inner.height) + padding.top + padding.bottom;
    const box: PlacedBox = { kind: "box", element, x, y, width: width + edges, height };
    const placed = this.apart === waiting ? [] : this.apart.flatMap((one) => this.placed(one, box, spot.depth + 1));
    this.apart = waiting;
    return { parts: [box, ...inner.parts, ...placed], height: margin.top + height + margin.bottom };
  }

  /** What stands apart: at the edges of its frame that it names, else where it would stand by itself. */
  private placed(one: Apart, frame: PlacedBox, depth: number): Part[] {
    const { element } = one;
    const { top, right, bottom, left } = insetsOf(element, frame, this.ctx);
    const picture = pictureOf(element, this.ctx, frame);
    const given = boxStyle(element, frame, this.ctx).width !== null;
    const room = Math.max(0, frame.width - (left ?? 0) - (right ?? 0));
    const stretched = left !== null && right !== null;
    const wish = stretched ? room : Math.min(room, this.widths.of("wish", element, { kind: "block", element }, depth));
    const spot = { x: 0, y: 0, width: given ? frame.width : wish, height: frame.height, depth };
    const laid = picture === null ? this.block(element, spot) : pictureAlone({ element, picture }, spot);
    const width = widthOf(laid.parts[0]);
    const x = left === null ? (right === null ? one.x : frame.x + frame.width - right - width) : frame.x + left;
    const y = top === null ? (bottom === null ? one.y : frame.y + frame.height - bottom - laid.height) : frame.y + top;
    const translation = translationOf(element, { width, height: laid.height }, this.ctx);
    return moved(laid, y + translation.y, x + translation.x).parts;
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
    if (display === "grid") return this.grid(element, style, spot);
    const rows = display === "table" ? rowsOf(element, this.ctx) : [];
    const laid = rows.length > 0 ? this.table(element, rows, style, spot) : this.stacked(element, style, spot);
    return style.height === null ? laid : moved(laid, along(style.along, style.height - laid.height));
  }

  /** Under each other; margins go into each other but in a flex column, which has gaps (CSS Flexible Box 1, 4.2). */
  private stacked(element: SvgElement, { gap }: BoxStyle, spot: Spot): Laid {
    const isColumn = displayOf(element, this.ctx) === "column";
    const parts: Part[] = [];
    let y = spot.y;
    let below = 0; // the margin of the block before, which goes into the next one's
    for (const one of this.contentOf(element).flow) {
      const margin = one.kind === "block" ? boxStyle(one.element, spot, this.ctx).margin : noMargin;
      if (isColumn && one !== this.contentOf(element).flow[0]) y += gap;
      y -= Math.min(below, Math.max(0, margin.top));
      const laid = this.one(element, one, { ...spot, y });
      if (parts.length === 0) parts.push(...markerOf(element, laid.parts, this.lines, this.ctx));
      parts.push(...laid.parts);
      y += laid.height;
      below = isColumn ? 0 : Math.max(0, margin.bottom);
    }
    return { parts, height: y - spot.y };
  }

  /** @param around the element whose content it is. */
  private one(around: SvgElement, one: Content, spot: Spot): Laid {
    if (one.kind === "block") return this.block(one.element, spot);
    return one.kind === "text" ? this.text(around, one, spot) : pictureAlone(one, spot);
  }

  private text(block: SvgElement, { characters }: Text, { x, y, width }: Spot): Laid {
    const parts: Part[] = [];
    const share = shareOf(block, this.ctx);
    let top = y;
    for (const line of this.lines.linesOf(block, characters, width)) {
      const placed: PlacedLine = { kind: "line", block, line, x, y: top + line.above, room: width, share };
      parts.push(placed, ...picturesIn(placed, this.ctx));
      top += line.above + line.below;
    }
    return { parts, height: top - y };
  }

  /** Side by side, each as wide as it wishes as far as there is room (CSS Flexible Box 1, without growing). */
  private row(element: SvgElement, style: BoxStyle, spot: Spot): Laid {
    const content = this.contentOf(element).flow;
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
      return this.one(element, one, own);
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

  /** Row after row, each as high as what is highest in it. */
  private grid(element: SvgElement, { gap }: BoxStyle, spot: Spot): Laid {
    const columns = gridColumns(element, spot.width, gap, this.ctx);
    const content = this.contentOf(element).flow;
    const parts: Part[] = [];
    let y = spot.y;
    for (let first = 0; first < content.length; first += columns.length) {
      let { x } = spot;
      const laid = content.slice(first, first + columns.length).map((one, at) => {
        const own = { ...spot, x, y, width: columns[at], height: null };
        x += columns[at] + gap;
        return this.one(element, one, own);
      });
      parts.push(...laid.flatMap((one) => one.parts));
      y += Math.max(...laid.map(({ height }) => height)) + gap;
    }
    return { parts, height: Math.max(0, y - gap - spot.y) };
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

  private contentOf(element: SvgElement): Contents {
    const known = this.contents.get(element) ?? contentOf(element, this.ctx);
    this.contents.set(element, known);
    return known;
  }
}
