import { and, asc, desc, eq, gt, sql } from "drizzle-orm";
import type { SQLiteUpdateSetSource } from "drizzle-orm/sqlite-core";
import { type Db, prepared, type Tx } from "@/db/client";
import { type BatchRow, batchJobs, events } from "@/db/schema";
import { statement } from "@/db/statement";
import { type Counted, countersOf } from "@/lib/batch/state";
import type { BatchEvent, EventType } from "@/lib/contracts/events";

export type EventFacts = Partial<
  Pick<BatchEvent, "item_id" | "item_index" | "item_name" | "item_status" | "stage" | "error">
>;

/** One stored event: its number in the batch, its type, and its JSON as clients get it. */
export interface StoredEvent {
  seq: number;
  type: EventType;
  data: string;
}

/** Of a batch, with each event: its number and what people read, given as `message`. */
export const told = () => ({ lastSeq: sql`${batchJobs.lastSeq} + 1`, message: sql`${sql.placeholder("message")}` });

/** Columns of the batch that change with an event. */
export type BatchChanges = SQLiteUpdateSetSource<typeof batchJobs>;

/**
 * Writes the next event of a batch, with the counters as they stand in this transaction.
 * Numbers have no gaps: the counter is the batch's own row, which the transaction holds.
 * @param changes made to the batch in the same statement, so that the event tells of them.
 */
export function appendEvent(
  tx: Tx,
  batchId: string,
  type: EventType,
  message: string,
  facts: EventFacts = {},
  changes: BatchChanges = {},
): void {
  const batch =
    Object.keys(changes).length === 0
      ? (telling(tx).get({ message, batchId }) as BatchRow)
      : tx
          .update(batchJobs)
          .set({ ...changes, lastSeq: sql`${batchJobs.lastSeq} + 1`, message })
          .where(eq(batchJobs.id, batchId))
          .returning()
          .get();
  writeEvent(tx, batch, type, facts);
}

/** An event with which nothing else of the batch changes, as at each submission. */
const telling = prepared((db) => {
  const mine = eq(batchJobs.id, sql.placeholder("batchId"));
  return db.update(batchJobs).set(told()).where(mine).returning().prepare();
});

/** Inserts an event of which the placeholders are the columns; `eventRow` has their values. */
export function insertEvent(db: Tx) {
  const [batchId, seq, type, data] = ["batchId", "seq", "type", "data"].map((name) => sql.placeholder(name));
  return db.insert(events).values({ batchId, seq, type, data });
}

const insertion = prepared((db) => insertEvent(db).prepare());

/** Writes the event of a change that has been made: the batch's number has been counted up with it. */
export function writeEvent(tx: Tx, batch: BatchRow, type: EventType, facts: EventFacts = {}): void {
  insertion(tx).run(eventRow(batch, type, facts));
}

/** What an event tells of its batch. */
type ToldBatch = Counted & Pick<BatchRow, "id" | "lastSeq" | "message">;

/** The row of a batch's newest event. */
export function eventRow(batch: ToldBatch, type: EventType, facts: EventFacts, at?: number) {
  const data = JSON.stringify(eventOf(batch, type, facts, at));
  return { batchId: batch.id, seq: batch.lastSeq, type, data };
}

function eventOf(batch: ToldBatch, type: EventType, facts: EventFacts, at = Date.now()): BatchEvent {
  return {
    batch_id: batch.id,
    seq: batch.lastSeq,
    type,
    at: new Date(at).toISOString(),
    message: batch.message,
    ...countersOf(batch),
    ...facts,
  };
}

/** The state as one `progress` event under the number of the newest stored event, for a client that has seen none. */
export function snapshot(batch: BatchRow): StoredEvent {
  return { seq: batch.lastSeq, type: "progress", data: JSON.stringify(eventOf(batch, "progress", {})) };
}

/** Parsed once: a tail reads with every ring. Their rows need no mapping. */
const reading = prepared((db: Db) => {
  const stored = {
    seq: sql`${events.seq}`.as("seq"),
    type: sql`${events.type}`.as("type"),
    data: sql`${events.data}`.as("data"),
  };
  const mine = eq(events.batchId, sql.placeholder("batchId"));
  const told = () => db.select(stored).from(events);
  const later = and(mine, gt(events.seq, sql.placeholder("seq")));
  return {
    since: statement<StoredEvent>(db, told().where(later).orderBy(asc(events.seq)).limit(sql.placeholder("limit"))),
    newest: statement<StoredEvent>(db, told().where(mine).orderBy(desc(events.seq)).limit(1)),
  };
});

/** Events after number `seq`, in order, `limit` at most. */
export const eventsSince = (db: Db, batchId: string, seq: number, limit = 500): StoredEvent[] =>
  reading(db).since.all({ batchId, seq, limit });

/** What a batch told last; undefined once it is removed. */
export const newestEvent = (db: Db, batchId: string): StoredEvent | undefined => reading(db).newest.get({ batchId });
