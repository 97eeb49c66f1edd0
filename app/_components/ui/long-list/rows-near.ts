import { defaultRangeExtractor, type Range } from "@tanstack/react-virtual";

/**
 * Rows that are there: those near the view, the list's ends, so that Tab comes in from both, and the row that is held
 * with its neighbours, so that neither the focus nor a drag is lost when it leaves the view.
 * @param held row from 0; null when none is.
 */
export function rowsNear(range: Range, held: number | null): number[] {
  const kept = held === null ? [] : [held - 1, held, held + 1];
  const rows = new Set([...defaultRangeExtractor(range), 0, range.count - 1, ...kept]);
  return [...rows].filter((row) => row >= 0 && row < range.count).sort((one, other) => one - other);
}
