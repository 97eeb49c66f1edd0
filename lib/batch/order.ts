import { asc, eq } from "drizzle-orm";
import { type Db, immediately, type Tx } from "@/db/client";
import { type BatchRow, batchItems, batchJobs } from "@/db/schema";
import type { OrderAnswer, OrderRequest } from "@/lib/contracts/order";
import { isTerminal } from "@/lib/contracts/terms/status";
import { TracepressError } from "@/lib/errors";
import type { Bell } from "@/lib/events/bell";
import { reopen } from "./reopen";
import { batchRow } from "./view";

/**
 * Puts the pages of a finished coloring batch into another order: the ZIP has it at once, a book is bound anew. The
 * same order again changes nothing.
 * @throws TracepressError `not_found`; `conflict` for a batch that runs, or whose order is that of a deck;
 * `invalid_request` unless every item is named once.
 */
export function orderPages({ db, bell }: { db: Db; bell: Bell }, id: string, { item_ids }: OrderRequest): OrderAnswer {
  const binds = immediately(db, (tx) => {
    const batch = batchRow(tx, id);
    refuseUnlessOrderable(batch);
    const submitted = itemsOf(tx, id);
    refuseUnlessAll(submitted, item_ids);
    if (isSame(item_ids, batch.pageOrder ?? submitted)) return false;
    const pageOrder = isSame(item_ids, submitted) ? null : item_ids;
    tx.update(batchJobs).set({ pageOrder }).where(eq(batchJobs.id, id)).run();
    const hasBook = batch.status === "completed" && batch.closing === "done";
    if (hasBook) reopen(tx, batch, [], Date.now());
    return hasBook;
  });
  if (!binds) return { message: `The pages of batch ${id} stand in this order`, status: batchRow(db, id).status };
  bell.ring(id);
  bell.ring("queue");
  return { message: `The book of batch ${id} is bound anew in this order`, status: "processing" };
}

function refuseUnlessOrderable({ id, kind, status }: BatchRow): void {
  if (kind !== "coloring") {
    throw new TracepressError("conflict", "The slides of a deck stand in the order in which they were submitted.");
  }
  if (!isTerminal(status)) {
    throw new TracepressError("conflict", `Batch ${id} is ${status}; its pages can be put in order once it has ended.`);
  }
}

function itemsOf(tx: Tx, batchId: string): string[] {
  const mine = eq(batchItems.batchId, batchId);
  const rows = tx.select({ id: batchItems.id }).from(batchItems).where(mine).orderBy(asc(batchItems.index)).all();
  return rows.map(({ id }) => id);
}

function refuseUnlessAll(submitted: string[], asked: string[]): void {
  const all = new Set(submitted);
  const named = new Set(asked);
  if (named.size === asked.length && asked.length === submitted.length && asked.every((id) => all.has(id))) return;
  const message = `Name each of the ${submitted.length} items of this batch once.`;
  throw new TracepressError("invalid_request", message, { fields: [{ path: "item_ids", message }] });
}

const isSame = (one: string[], other: string[]): boolean => one.every((id, place) => id === other[place]);
