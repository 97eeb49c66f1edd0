import { and, asc, lte, type Placeholder, type SQL, sql } from "drizzle-orm";
import { prepared, type Tx } from "@/db/client";
import { batchItems, batchJobs } from "@/db/schema";
import type { ModelName } from "@/lib/contracts/models";
import { modelNames } from "@/lib/contracts/terms/models";
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

/** An item that may be begun, and who draws it. */
export interface NextItem {
  id: string;
  model: ModelName | null;
}

/** By the batch's key, of the few items that are read. */
const modelOfBatch = sql<ModelName | null>`(select model from ${batchJobs} where ${batchJobs.id} = ${batchItems.batchId})`;
const nextItem = { id: batchItems.id, model: modelOfBatch.as("model") };

/** Items of no batch that one of these models draws; all without them. @param without names as JSON. */
const notDrawnBy = (without: string | Placeholder | null): SQL | undefined =>
  without === null
    ? undefined
    : sql`${batchItems.batchId} not in (select ${batchJobs.id} from ${batchJobs} where ${batchJobs.status} in ('pending', 'processing') and ${batchJobs.model} in (select value from json_each(${without})))`;

/** Items whose turn is next, of those that have not been begun. */
export const pendingItems = (tx: Tx, limit: number | Placeholder, without: string | Placeholder | null = null) =>
  tx
    .select(nextItem)
    .from(batchItems)
    .where(and(isPending, notDrawnBy(without)))
    .orderBy(asc(batchItems.turn), asc(batchItems.availableAt))
    .limit(limit);

/** Items whose wait for another attempt is over, the longest over first. */
export const dueItems = (
  tx: Tx,
  limit: number | Placeholder,
  now: number | Placeholder,
  without: string | Placeholder | null = null,
) =>
  tx
    .select(nextItem)
    .from(batchItems)
    .where(and(isRetrying, lte(batchItems.availableAt, now), notDrawnBy(without)))
    .orderBy(asc(batchItems.availableAt))
    .limit(limit);

export interface NextAsked {
  limit: number;
  now: number;
  /** Whether an attempt after the first is taken first. */
  againFirst: boolean;
  /** How many more items of a model there is room for; all of one that is not named. */
  room: ModelRoom;
}
export type ModelRoom = Partial<Record<ModelName, number>>;

/**
 * Ids of up to `limit` items to begin. Attempts after the first alternate with first ones, so that many that wait for
 * the same broken server do not hold up those that never failed; items whose model is busy are passed over, so that
 * they do not hold up those of others.
 */
export function nextItems(run: HotStatements, asked: NextAsked): string[] {
  const left: ModelRoom = { ...asked.room };
  const ids = new Set<string>();
  const full = new Set(models.filter((model) => left[model] === 0));
  for (;;) {
    const passed = take(ids, inTurn(run, asked, [...full]), left, asked.limit);
    // Behind those that were passed over others may wait.
    if (ids.size === asked.limit || passed.size === 0) return [...ids];
    for (const model of passed) full.add(model);
  }
}

const models: readonly ModelName[] = modelNames.filter((name) => name !== "lineart");

function inTurn(run: HotStatements, { limit, now, againFirst }: NextAsked, full: ModelName[]): NextItem[] {
  const without = JSON.stringify(full);
  const pending = full.length === 0 ? run.pending.all({ limit }) : run.pendingWithout.all({ limit, without });
  const due = full.length === 0 ? run.due.all({ limit, now }) : run.dueWithout.all({ limit, now, without });
  const [first, second] = againFirst ? [due, pending] : [pending, due];
  const rows: NextItem[] = [];
  for (let place = 0; place < Math.max(first.length, second.length); place++) {
    for (const row of [first[place], second[place]]) if (row) rows.push(row);
  }
  return rows;
}

/** Takes the first ones for which there is room. @returns the models of those for which there is none. */
function take(ids: Set<string>, rows: readonly NextItem[], left: ModelRoom, limit: number): Set<ModelName> {
  const passed = new Set<ModelName>();
  for (const { id, model } of rows) {
    if (ids.size === limit) break;
    if (ids.has(id)) continue;
    const places = model === null ? undefined : left[model];
    if (model !== null && places === 0) passed.add(model);
    else ids.add(id);
    if (model !== null && places) left[model] = places - 1;
  }
  return passed;
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
