import type { SvgElement } from "../element";
import type { Context } from "../scene/context";
import { boxStyle, displayOf } from "./box-style";
import type { Content } from "./inline";
import type { LineMaker } from "./lines";

/** As wide as on one line, or as narrow as it can be broken. */
export type Extent = "wish" | "least";

/** Deeper than this nothing is laid out. */
export const deepest = 64;

/** Widths that contents have of themselves (CSS Sizing 3, 4), each worked out once; in user units, with margins. */
export class OwnWidths {
  private readonly known = { wish: new Map<SvgElement, number>(), least: new Map<SvgElement, number>() };

  constructor(
    private readonly contentOf: (element: SvgElement) => Content[],
    private readonly lines: LineMaker,
    private readonly ctx: Context,
  ) {}

  /** @param around the element whose content it is. */
  of(extent: Extent, around: SvgElement, one: Content, depth: number): number {
    if (one.kind === "text") {
      const room = extent === "wish" ? Number.POSITIVE_INFINITY : 0;
      const lines = this.lines.linesOf(around, one.characters, room);
      return Math.max(0, ...lines.map(({ width }) => width));
    }
    if (one.kind === "picture") return one.picture.width;
    const known = this.known[extent].get(one.element);
    if (known !== undefined || depth > deepest) return known ?? 0;
    const width = this.ofBlock(extent, one.element, depth);
    this.known[extent].set(one.element, width);
    return width;
  }

  private ofBlock(extent: Extent, element: SvgElement, depth: number): number {
    const { margin, padding, width, mostWidth, gap } = boxStyle(element, { width: 0, height: null }, this.ctx);
    const parts = this.contentOf(element).map((one) => this.of(extent, element, one, depth + 1));
    const beside = displayOf(element, this.ctx) === "row";
    const inner = beside ? total(parts) + gap * Math.max(0, parts.length - 1) : Math.max(0, ...parts);
    return Math.min(width ?? inner, mostWidth) + margin.left + margin.right + padding.left + padding.right;
  }
}

export const total = (lengths: readonly number[]): number => lengths.reduce((sum, length) => sum + length, 0);
