import { asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { batchItems, type ItemRow } from "@/db/schema";
import { TracepressError } from "@/lib/errors";

/**
 * Items of a batch in the order of submission: those with these ids, however often one is named, or all.
 * @throws TracepressError `invalid_request` for an id that is no item's.
 */
export function namedItems(tx: Tx, batchId: string, ids: readonly string[] | undefined): ItemRow[] {
  const mine = eq(batchItems.batchId, batchId);
  const items = tx.select().from(batchItems).where(mine).orderBy(asc(batchItems.index)).all();
  if (ids === undefined) return items;
  const known = new Set(items.map(({ id }) => id));
  const place = ids.findIndex((id) => !known.has(id));
  if (place >= 0) throw noItem(ids[place], place);
  const asked = new Set(ids);
  return items.filter(({ id }) => asked.has(id));
}

function noItem(id: string, place: number): TracepressError {
  const message = `${id.slice(0, 80)} is no item of this batch.`;
  return new TracepressError("invalid_request", message, { fields: [{ path: `item_ids.${place}`, message }] });
}
