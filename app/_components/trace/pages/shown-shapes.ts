import type { MapperRow } from "@/lib/contracts/deck-trace";

/** Every shape on the slide that shows an element; of one drawn with its group, the group's picture. */
export const shapesOf = ({ shape_id, other_shape_ids }: MapperRow): number[] =>
  shape_id === null ? [] : [shape_id, ...other_shape_ids];

/** The element that a shape stands for: the innermost of the shapes wins, and a group over what is drawn with it. */
export function rowOfShapes(rows: readonly MapperRow[], shapeIds: readonly number[]): MapperRow | null {
  for (const id of shapeIds) {
    const shown = rows.filter((row) => shapesOf(row).includes(id));
    const row = shown.find(({ shown_by }) => shown_by === null) ?? shown[0];
    if (row) return row;
  }
  return null;
}
