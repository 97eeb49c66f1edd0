import { setImmediate } from "node:timers/promises";
import { and, eq, lte } from "drizzle-orm";
import type { Db } from "@/db/client";
import { artifacts, batchItems, batchJobs, uploads } from "@/db/schema";
import type { Config } from "@/lib/config";
import type { BlobStore } from "@/lib/files/blobs";
import { sweepPartialUploads } from "@/lib/files/resumable/sweep";
import { uploadTtlMs } from "@/lib/files/uploads";
import { sweepZips } from "./sweep-zips";

/** Milliseconds between the last thing that was waited for and the row that claims a file, at the very most. */
const marginMs = 3_600_000;

/** A file younger than this may be about to be claimed by a row: its request or its stage may go on as long. */
const graceMs = ({ requestMs, itemStageMs, closingStageMs }: SweepRooms["config"]): number =>
  marginMs + Math.max(requestMs, itemStageMs, closingStageMs);

export interface SweepRooms {
  db: Db;
  blobs: BlobStore;
  config: Pick<Config, "requestMs" | "itemStageMs" | "closingStageMs">;
  /** Folder of packed ZIPs. */
  zips: string;
}

/**
 * Removes expired batches and uploads with their rows first and their files after, so that a kill in between leaves
 * only files that the next sweep finds.
 * @param now milliseconds since the epoch.
 * @returns how much of each went. @throws the signal's reason when stopped, between two batches or two files.
 */
export async function sweep(
  { db, blobs, config, zips }: SweepRooms,
  now = Date.now(),
  signal?: AbortSignal,
): Promise<{ batches: number; files: number }> {
  const batches = await removeExpired(db, now, signal);
  db.delete(uploads)
    .where(lte(uploads.createdAt, now - uploadTtlMs))
    .run();
  const partial = await sweepPartialUploads(db, blobs, now - uploadTtlMs);
  const unused = await blobs.sweep((key) => inUse(db, key), graceMs(config), signal);
  signal?.throwIfAborted();
  const files = unused + (await sweepZips(db, zips, graceMs(config)));
  return { batches, files: partial + files };
}

/** One batch a transaction, and a turn of the event loop after each: a thousand at once would hold up every answer. */
async function removeExpired(db: Db, now: number, signal?: AbortSignal): Promise<number> {
  const expired = and(lte(batchJobs.expiresAt, now), eq(batchJobs.keep, false));
  let removed = 0;
  for (const { id } of db.select({ id: batchJobs.id }).from(batchJobs).where(expired).all()) {
    const mine = and(eq(batchJobs.id, id), expired); // it may have been kept or run again since
    removed += db.delete(batchJobs).where(mine).run().changes;
    await setImmediate();
    signal?.throwIfAborted();
  }
  return removed;
}

function inUse(db: Db, key: string): boolean {
  const one = { found: batchItems.id };
  return (
    db.select(one).from(batchItems).where(eq(batchItems.source, key)).limit(1).get() !== undefined ||
    db.select({ found: artifacts.id }).from(artifacts).where(eq(artifacts.blob, key)).limit(1).get() !== undefined ||
    db.select({ found: uploads.id }).from(uploads).where(eq(uploads.blob, key)).limit(1).get() !== undefined
  );
}
