import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { type BatchRow, batchItems, batchJobs, type ItemRow, spans } from "@/db/schema";
import { named, statement } from "@/db/statement";
import { insertEvent } from "@/lib/events/log";
import { dueItems, type NextItem, pendingItems } from "./turns";
import { closingIs } from "./whole-batch";

/** A value that comes with each run of a statement, of the column's stored type. */
const given = <Value>(name: string): SQL<Value> => sql<Value>`${sql.placeholder(name)}`;

const listed = (name: string): SQL => sql`(select value from json_each(${sql.placeholder(name)}))`;

const { id, batchId, index, name, slug, prompt, source, url, status, stage, attempts, stagesDone } = batchItems;
const claimed = {
  id,
  batchId,
  index,
  name,
  slug,
  prompt,
  source,
  url,
  status,
  stage,
  attempts,
  token: batchItems.leaseToken,
};
const ended = { stage, stagesDone };
const counted = {
  id: batchJobs.id,
  kind: batchJobs.kind,
  status: batchJobs.status,
  model: batchJobs.model,
  onModelFailure: batchJobs.onModelFailure,
  cost: batchJobs.cost,
  unmeteredCost: batchJobs.unmeteredCost,
  unpricedCalls: batchJobs.unpricedCalls,
  message: batchJobs.message,
  totalItems: batchJobs.totalItems,
  processed: batchJobs.processed,
  failed: batchJobs.failed,
  cancelled: batchJobs.cancelled,
  running: batchJobs.running,
  stepsDone: batchJobs.stepsDone,
  stepsTotal: batchJobs.stepsTotal,
  totalSize: batchJobs.totalSize,
  lastSeq: batchJobs.lastSeq,
  traceId: batchJobs.traceId,
  startedAt: batchJobs.startedAt,
};

/** An item that was just begun. */
export type ClaimedItem = Pick<ItemRow, Exclude<keyof typeof claimed, "token">> & { token: string };
/** What an item's step needs to know of its batch; `options` is JSON. */
export type CountedBatch = Pick<BatchRow, keyof typeof counted> & { options: string };
type EndedItem = Pick<ItemRow, keyof typeof ended>;

type Beat = { token: string };

const extended = (db: Db, table: typeof batchItems | typeof batchJobs) =>
  db
    .update(table)
    .set({ leaseExpiresAt: given<number>("until") })
    .where(inArray(table.leaseToken, listed("tokens")))
    .returning(named({ token: table.leaseToken }));

const holders = (db: Db, table: typeof batchItems | typeof batchJobs) =>
  db
    .select(named({ token: table.leaseToken }))
    .from(table)
    .where(inArray(table.leaseToken, listed("tokens")));

/** The item while its lease is held. */
const held = () =>
  and(eq(batchItems.id, sql.placeholder("itemId")), eq(batchItems.leaseToken, sql.placeholder("token")));

/**
 * What runs once for every item, parsed by SQLite once for the process: an un-prepared statement costs several times
 * what it does. They run on the connection, so inside whatever transaction is open on it.
 */
export function hotStatements(db: Db) {
  return {
    pending: statement<NextItem>(db, pendingItems(db, sql.placeholder("limit"))),
    due: statement<NextItem>(db, dueItems(db, sql.placeholder("limit"), sql.placeholder("now"))),

    /** The same without the items of batches that the models in `without` (JSON) draw. */
    pendingWithout: statement<NextItem>(db, pendingItems(db, sql.placeholder("limit"), sql.placeholder("without"))),
    dueWithout: statement<NextItem>(
      db,
      dueItems(db, sql.placeholder("limit"), sql.placeholder("now"), sql.placeholder("without")),
    ),

    /** Whether a batch waits to be put together. */
    closingReady: statement<Pick<BatchRow, "id">>(
      db,
      db.select({ id: batchJobs.id }).from(batchJobs).where(closingIs.ready).limit(1),
    ),

    /** Extends the leases whose tokens `tokens` (JSON) lists, as far as they are held. */
    beatItems: statement<Beat>(db, extended(db, batchItems)),
    beatClosings: statement<Beat>(db, extended(db, batchJobs)),

    /** Those of the leases whose tokens `tokens` (JSON) lists that are held. */
    heldItems: statement<Beat>(db, holders(db, batchItems)),
    heldClosings: statement<Beat>(db, holders(db, batchJobs)),

    /** Takes the items that `ids` (JSON) lists, of which somebody else may have taken some since. */
    claim: statement<ClaimedItem>(
      db,
      db
        .update(batchItems)
        .set({
          status: "running",
          leaseToken: sql`lower(hex(randomblob(16)))`,
          leaseExpiresAt: given<number>("until"),
          attempts: sql`${batchItems.attempts} + 1`,
          startedAt: sql`coalesce(${batchItems.startedAt}, ${sql.placeholder("now")})`,
          error: null,
        })
        .where(and(inArray(batchItems.id, listed("ids")), inArray(batchItems.status, ["pending", "retrying"])))
        .returning(named(claimed)),
    ),

    held: db.select().from(batchItems).where(held()).prepare(),

    /** Ends an item while its lease is held; `error`, `counts` and `drawn` are JSON or null. */
    end: statement<EndedItem>(
      db,
      db
        .update(batchItems)
        .set({
          status: given<"completed" | "failed">("status"),
          error: given("error"),
          counts: sql`coalesce(${given("counts")}, ${batchItems.counts})`,
          drawn: given("drawn"),
          leaseToken: null,
          leaseExpiresAt: null,
          finishedAt: given<number>("now"),
        })
        .where(held())
        .returning(named(ended)),
    ),

    stage: statement(
      db,
      db
        .update(batchItems)
        .set({ stage: given<string>("stage"), stagesDone: given<number>("stagesDone") })
        .where(eq(batchItems.id, sql.placeholder("itemId"))),
    ),

    counts: statement<CountedBatch>(
      db,
      db
        .select(named({ ...counted, options: batchJobs.options }))
        .from(batchJobs)
        .where(eq(batchJobs.id, sql.placeholder("batchId"))),
    ),

    batch: db
      .select()
      .from(batchJobs)
      .where(eq(batchJobs.id, sql.placeholder("batchId")))
      .prepare(),

    /** Moves a batch on; apart from the rest, since each writing of it is one of an index as well. */
    status: statement(
      db,
      db
        .update(batchJobs)
        .set({ status: given("status") })
        .where(eq(batchJobs.id, sql.placeholder("id"))),
    ),

    /** Writes all else of a batch that its items' steps change. */
    counted: statement(
      db,
      db
        .update(batchJobs)
        .set({
          startedAt: given("startedAt"),
          running: given("running"),
          processed: given("processed"),
          failed: given("failed"),
          stepsDone: given("stepsDone"),
          totalSize: given("totalSize"),
          lastSeq: given("lastSeq"),
          message: given("message"),
        })
        .where(eq(batchJobs.id, sql.placeholder("id"))),
    ),

    event: statement(db, insertEvent(db)),

    span: statement(
      db,
      db.insert(spans).values({
        spanId: sql.placeholder("spanId"),
        batchId: sql.placeholder("batchId"),
        itemId: sql.placeholder("itemId"),
        name: sql.placeholder("name"),
        startUs: sql.placeholder("startUs"),
        endUs: sql.placeholder("endUs"),
        status: sql.placeholder("status"),
        attributes: sql.placeholder("attributes"),
        events: sql.placeholder("events"),
        within: sql.placeholder("within"),
      }),
    ),
  };
}

export type HotStatements = ReturnType<typeof hotStatements>;
