import type { VirtualItem } from "@tanstack/react-virtual";

/** Where a thing of a list stands. Only plain values: what is drawn of them is drawn again only when one changes. */
export interface Spot {
  id: string;
  /** From 0, of all things. */
  place: number;
  /** How many things there are, drawn or not. */
  total: number;
  /** Its row from 0, and whether it is the first of it. */
  row: number;
  leads: boolean;
  /** CSS pixels that the rows before its own take, which are not drawn. */
  above: number;
}

/**
 * The things in those rows, in order.
 * @param gap CSS pixels between two rows.
 * @param top CSS pixels from the document's top to the list's.
 */
export function spotsIn(
  rows: readonly VirtualItem[],
  ids: readonly string[],
  { columns, gap, top }: { columns: number; gap: number; top: number },
): Spot[] {
  let drawnTo = top - gap;
  return rows.flatMap(({ index: row, start, end }) => {
    const above = Math.max(0, start - drawnTo - gap);
    drawnTo = end;
    const from = row * columns;
    return ids
      .slice(from, from + columns)
      .map((id, column) => ({ id, place: from + column, total: ids.length, row, leads: column === 0, above }));
  });
}

/** What a list item carries, so that its place is known to who reads the page and to the list. */
export const spotAttributes = ({ place, total, row, leads, above }: Spot) => ({
  "aria-posinset": place + 1,
  "aria-setsize": total,
  "data-row": row,
  "data-leads": leads || undefined,
  style: above > 0 ? { marginTop: above } : undefined,
});

/** The place, from 0, of the list item that an element is in; null outside of one. */
export function placeOf(element: EventTarget): number | null {
  const item = element instanceof Element ? element.closest("[data-row]") : null;
  return item && Number(item.getAttribute("aria-posinset")) - 1;
}
