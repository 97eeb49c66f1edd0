import { count, eq, min, type SQL, sql, sum } from "drizzle-orm";
import type { Db } from "@/db/client";
import { batchItems, batchJobs } from "@/db/schema";
import type { BatchKind } from "@/lib/contracts/status";
import { batchKinds } from "@/lib/contracts/terms/status";
import { batchesByStatus } from "@/lib/queue/stats";

/** One value of a metric with the labels that tell it from the others. */
export interface Value {
  labels?: Record<string, string>;
  value: number;
}

/** Literals are what lets SQLite take the indexes of waiting and of leased items. */
const inQueue: Record<"pending" | "running" | "retrying", SQL> = {
  pending: sql`batch_items.status = 'pending'`,
  running: sql`batch_items.lease_token is not null`,
  retrying: sql`batch_items.status = 'retrying'`,
};

/** How many items there are for a condition, and since when, by their batches' kind. */
function byKind(db: Db, condition: SQL): Map<BatchKind, { items: number; since: number | null }> {
  const rows = db
    .select({ kind: batchJobs.kind, items: count(), since: min(batchItems.availableAt) })
    .from(batchItems)
    .innerJoin(batchJobs, eq(batchJobs.id, batchItems.batchId))
    .where(condition)
    .groupBy(batchJobs.kind)
    .all();
  return new Map(rows.map((row) => [row.kind, row]));
}

/** Items that wait or are worked on. */
export const queueItems = (db: Db): Value[] =>
  Object.entries(inQueue).flatMap(([status, condition]) => {
    const found = byKind(db, condition);
    return batchKinds.map((kind) => ({ labels: { kind, status }, value: found.get(kind)?.items ?? 0 }));
  });

/** @param now milliseconds since the epoch. */
export function oldestPendingSeconds(db: Db, now: number): Value[] {
  const found = byKind(db, inQueue.pending);
  return batchKinds.map((kind) => ({
    labels: { kind },
    value: Math.max(0, now - (found.get(kind)?.since ?? now)) / 1000,
  }));
}

/** From the counters of the batches on record, so it shrinks when they expire. */
export function itemsByOutcome(db: Db): Value[] {
  const { processed, failed, cancelled } = batchJobs;
  const sums = { completed: sum(processed), failed: sum(failed), cancelled: sum(cancelled) };
  const row = db.select(sums).from(batchJobs).get();
  return Object.entries(row ?? {}).map(([outcome, value]) => ({ labels: { outcome }, value: Number(value) }));
}

/** Batches on record by how they stand. */
export const batches = (db: Db): Value[] =>
  Object.entries(batchesByStatus(db)).map(([status, value]) => ({ labels: { status }, value }));
