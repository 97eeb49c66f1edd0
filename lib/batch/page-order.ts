import type { ArtifactRow, BatchRow, ItemRow } from "@/db/schema";
import { slugFor } from "@/lib/files/names";

/** Items as they stand in the book and the ZIP. @param items of the batch, all or some, in the order of submission. */
export function inPageOrder<Item extends Pick<ItemRow, "id">>(
  items: Item[],
  { pageOrder }: Pick<BatchRow, "pageOrder">,
): Item[] {
  if (pageOrder === null) return items;
  const places = new Map(pageOrder.map((id, place) => [id, place]));
  return items.toSorted((one, other) => (places.get(one.id) ?? 0) - (places.get(other.id) ?? 0));
}

/** A file under the name that it has in the ZIP. */
export interface PlacedFile extends ArtifactRow {
  placedName: string;
}

/** Files named by the places of their items, so that a folder sorted by name is in order too. @param items in that order. */
export function placedFiles(files: ArtifactRow[], items: ItemRow[]): PlacedFile[] {
  const slugs = new Map(items.map((item, place) => [item.id, { old: item.slug, now: slugFor(place, item.name) }]));
  const placed = files.map((file) => {
    const slug = slugs.get(file.itemId ?? "");
    return { ...file, placedName: slug ? file.name.replace(`/${slug.old}.`, () => `/${slug.now}.`) : file.name };
  });
  return placed.sort((one, other) => (one.placedName < other.placedName ? -1 : 1));
}
