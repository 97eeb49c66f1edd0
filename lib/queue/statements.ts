import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { batchItems, batchJobs, spans } from "@/db/schema";
import { told } from "@/lib/events/log";
import { dueItems, pendingItems } from "./turns";

/** A value that comes with each run of a statement, of the column's stored type. */
const given = <Value>(name: string): SQL<Value> => sql<Value>`${sql.placeholder(name)}`;

const listed = (name: string): SQL => sql`(select value from json_each(${sql.placeholder(name)}))`;

/**
 * What runs once for every item, parsed by SQLite once for the process: an un-prepared statement costs several times
 * what it does. They run on the connection, so inside whatever transaction is open on it.
 */
export function hotStatements(db: Db) {
  return {
    pending: pendingItems(db, sql.placeholder("limit")).prepare(),
    due: dueItems(db, sql.placeholder("limit"), sql.placeholder("now")).prepare(),

    /** Whether a batch waits to be put together. */
    closingReady: db
      .select({ id: batchJobs.id })
      .from(batchJobs)
      .where(eq(batchJobs.closing, "ready"))
      .limit(1)
      .prepare(),

    /** Takes the items that `ids` (JSON) lists. */
    claim: db
      .update(batchItems)
      .set({
        status: "running",
        leaseToken: sql`lower(hex(randomblob(16)))`,
        leaseExpiresAt: given<number>("until"),
        attempts: sql`${batchItems.attempts} + 1`,
        startedAt: sql`coalesce(${batchItems.startedAt}, ${sql.placeholder("now")})`,
        error: null,
      })
      .where(inArray(batchItems.id, listed("ids")))
      .returning()
      .prepare(),

    /** Counts an item that was begun. */
    begun: db
      .update(batchJobs)
      .set({
        status: sql`case when ${batchJobs.status} = 'pending' then 'processing' else ${batchJobs.status} end`,
        startedAt: sql`coalesce(${batchJobs.startedAt}, ${sql.placeholder("now")})`,
        running: sql`${batchJobs.running} + 1`,
        ...told(),
      })
      .where(eq(batchJobs.id, sql.placeholder("batchId")))
      .returning()
      .prepare(),

    held: db
      .select()
      .from(batchItems)
      .where(and(eq(batchItems.id, sql.placeholder("itemId")), eq(batchItems.leaseToken, sql.placeholder("token"))))
      .prepare(),

    /** Ends an item; `error` and `counts` are JSON or null. */
    end: db
      .update(batchItems)
      .set({
        status: given<"completed" | "failed">("status"),
        error: given("error"),
        counts: given("counts"),
        leaseToken: null,
        leaseExpiresAt: null,
        finishedAt: given<number>("now"),
      })
      .where(eq(batchItems.id, sql.placeholder("itemId")))
      .prepare(),

    /** Counts an item that has ended, `processed` or `failed` being 1: all its stages are behind it now. */
    ended: db
      .update(batchJobs)
      .set({
        running: sql`${batchJobs.running} - 1`,
        processed: sql`${batchJobs.processed} + ${sql.placeholder("processed")}`,
        failed: sql`${batchJobs.failed} + ${sql.placeholder("failed")}`,
        totalSize: sql`${batchJobs.totalSize} + ${sql.placeholder("size")}`,
        stepsDone: sql`${batchJobs.stepsDone} + ${batchJobs.stepsTotal} / ${batchJobs.totalItems} - ${sql.placeholder("stagesDone")}`,
        ...told(),
      })
      .where(eq(batchJobs.id, sql.placeholder("batchId")))
      .returning()
      .prepare(),

    stage: db
      .update(batchItems)
      .set({ stage: given<string>("stage"), stagesDone: given<number>("stagesDone") })
      .where(eq(batchItems.id, sql.placeholder("itemId")))
      .prepare(),

    stepped: db
      .update(batchJobs)
      .set({ stepsDone: sql`${batchJobs.stepsDone} + ${sql.placeholder("steps")}`, ...told() })
      .where(eq(batchJobs.id, sql.placeholder("batchId")))
      .returning()
      .prepare(),

    span: db
      .insert(spans)
      .values({
        spanId: sql.placeholder("spanId"),
        traceId: sql.placeholder("traceId"),
        parentSpanId: sql.placeholder("parentSpanId"),
        batchId: sql.placeholder("batchId"),
        itemId: sql.placeholder("itemId"),
        name: sql.placeholder("name"),
        startUs: sql.placeholder("startUs"),
        endUs: sql.placeholder("endUs"),
        status: sql.placeholder("status"),
        attributes: sql.placeholder("attributes"),
        events: sql.placeholder("events"),
      })
      .prepare(),
  };
}

export type HotStatements = ReturnType<typeof hotStatements>;
