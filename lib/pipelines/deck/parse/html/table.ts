import type { SvgElement } from "../element";
import type { Context } from "../scene/context";
import { displayOf } from "./box-style";

/** Rows of a table, wherever in it they stand, each with its cells; cells that no row holds are one row. */
export function rowsOf(table: SvgElement, ctx: Context): SvgElement[][] {
  const children = elementsIn(table, ctx);
  const loose = children.filter((child) => isCell(child, ctx));
  if (loose.length > 0) return [loose];
  return children.flatMap((child) => {
    if (displayOf(child, ctx) === "row") return [elementsIn(child, ctx)];
    return ctx.style(child, "display").trim() === "table-caption" ? [[child]] : rowsOf(child, ctx);
  });
}

/**
 * Widths of the columns: each as wide as its widest cell wishes, the rest shared out by that; narrower where there is not
 * room for all (CSS 2.2, 17.5.2.2, without spans).
 * @param wish width that a cell wishes, in user units.
 */
export function columnsOf(
  rows: readonly SvgElement[][],
  room: number,
  fills: boolean,
  wish: (cell: SvgElement) => number,
): number[] {
  const columns: number[] = [];
  for (const row of rows) {
    row.forEach((cell, at) => {
      columns[at] = Math.max(columns[at] ?? 0, wish(cell));
    });
  }
  const wished = columns.reduce((sum, width) => sum + width, 0);
  if (wished === 0 || (wished <= room && !fills)) return columns;
  return columns.map((width) => (width * room) / wished);
}

const isCell = (element: SvgElement, ctx: Context): boolean => ctx.style(element, "display").trim() === "table-cell";

function elementsIn(element: SvgElement, ctx: Context): SvgElement[] {
  return element.children.filter(
    (child): child is SvgElement => typeof child !== "string" && displayOf(child, ctx) !== "none",
  );
}
