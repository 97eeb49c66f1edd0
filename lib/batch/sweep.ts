import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { and, eq, lte } from "drizzle-orm";
import type { Db } from "@/db/client";
import { artifacts, batchItems, batchJobs, uploads } from "@/db/schema";
import type { BlobStore } from "@/lib/files/blobs";

const uploadTtlMs = 24 * 3_600_000;
/** A file younger than this may be about to be claimed by a row. */
const graceMs = 3_600_000;

export interface SweepRooms {
  db: Db;
  blobs: BlobStore;
  /** Folder of packed ZIPs. */
  zips: string;
}

/**
 * Removes expired batches and uploads with their rows first and their files after, so that a kill in between leaves
 * only files that the next sweep finds.
 * @returns how much of each went.
 */
export async function sweep(
  { db, blobs, zips }: SweepRooms,
  now = Date.now(),
): Promise<{ batches: number; files: number }> {
  const batches = db
    .delete(batchJobs)
    .where(and(lte(batchJobs.expiresAt, now), eq(batchJobs.keep, false)))
    .run().changes;
  db.delete(uploads)
    .where(lte(uploads.createdAt, now - uploadTtlMs))
    .run();
  const files = (await blobs.sweep((key) => inUse(db, key), graceMs)) + (await sweepZips(db, zips));
  return { batches, files };
}

function inUse(db: Db, key: string): boolean {
  const one = { found: batchItems.id };
  return (
    db.select(one).from(batchItems).where(eq(batchItems.source, key)).limit(1).get() !== undefined ||
    db.select({ found: artifacts.id }).from(artifacts).where(eq(artifacts.blob, key)).limit(1).get() !== undefined ||
    db.select({ found: uploads.id }).from(uploads).where(eq(uploads.blob, key)).limit(1).get() !== undefined
  );
}

async function sweepZips(db: Db, folder: string): Promise<number> {
  let removed = 0;
  for (const name of await readdir(folder).catch(() => [])) {
    const id = /^(batch_[\w-]{20})-/.exec(name)?.[1];
    const known = id !== undefined && db.select({ id: batchJobs.id }).from(batchJobs).where(eq(batchJobs.id, id)).get();
    if (known) continue;
    await rm(join(folder, name), { force: true });
    removed++;
  }
  return removed;
}
