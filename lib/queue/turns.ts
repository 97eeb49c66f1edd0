import { and, asc, lte, type Placeholder, type SQL, sql } from "drizzle-orm";
import { prepared, type Tx } from "@/db/client";
import { batchItems } from "@/db/schema";
import type { HotStatements } from "./statements";

// Batches share the slots as in start-time fair queuing (Goyal, Vin, Cheng, 1996): the items of a batch take turns that
// begin where the queue stands when it comes. So three pictures wait for a few items of three thousand, never for all,
// and three thousand go on however many small batches come after them.

/** Literals, not parameters: SQLite takes a partial index only where the query repeats its condition. */
const isPending = sql`status = 'pending'`;
const isRetrying = sql`status = 'retrying'`;

const firstTurn = prepared((db) => {
  const first = db.select({ turn: batchItems.turn }).from(batchItems).where(isPending);
  return first.orderBy(asc(batchItems.turn)).limit(1).prepare();
});

/** The turn that is next: where the items of a batch that comes now begin. */
export const currentTurn = (tx: Tx): number => firstTurn(tx).get()?.turn ?? 0;

/** Items whose turn is next, of those that have not been begun. */
export const pendingItems = (tx: Tx, limit: number | Placeholder) =>
  tx
    .select({ id: batchItems.id })
    .from(batchItems)
    .where(isPending)
    .orderBy(asc(batchItems.turn), asc(batchItems.availableAt))
    .limit(limit);

/** Items whose wait for another attempt is over, the longest over first. */
export const dueItems = (tx: Tx, limit: number | Placeholder, now: number | Placeholder) =>
  tx
    .select({ id: batchItems.id })
    .from(batchItems)
    .where(and(isRetrying, lte(batchItems.availableAt, now)))
    .orderBy(asc(batchItems.availableAt))
    .limit(limit);

/**
 * Ids of up to `limit` items to begin. Attempts after the first alternate with first ones, so that many that wait for
 * the same broken server do not hold up those that never failed.
 * @param againFirst whether an attempt after the first is taken first.
 */
export function nextItems(run: HotStatements, limit: number, now: number, againFirst: boolean): string[] {
  const pending = run.pending.all({ limit });
  const due = run.due.all({ limit, now });
  const [first, second] = againFirst ? [due, pending] : [pending, due];
  const ids: string[] = [];
  for (let place = 0; ids.length < limit && place < limit; place++) {
    for (const row of [first[place], second[place]]) if (row) ids.push(row.id);
  }
  return ids.slice(0, limit);
}

const counts = prepared((db) => {
  const counted = (condition: SQL) =>
    db.select({ count: sql<number>`count(*)` }).from(batchItems).where(condition).prepare();
  return { pending: counted(isPending), retrying: counted(isRetrying) };
});

/** Items that wait, whether for the first time or again. */
export function waitingItems(tx: Tx): { pending: number; retrying: number } {
  const { pending, retrying } = counts(tx);
  return { pending: pending.get()?.count ?? 0, retrying: retrying.get()?.count ?? 0 };
}
