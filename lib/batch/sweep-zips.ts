import { rm } from "node:fs/promises";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { batchJobs } from "@/db/schema";
import { namesIn, writtenAt } from "@/lib/files/folders";
import { packedZip } from "@/lib/files/zip/pack";

/**
 * Removes packed ZIPs of batches that are gone, and what a kill left of one that was being packed.
 * @param folder of packed ZIPs: a list, and the bytes that only it has, for each.
 * @param graceMs how long ago an unfinished one must have been written last, since someone may be at it.
 * @returns how many files went.
 */
export async function sweepZips(db: Db, folder: string, graceMs: number): Promise<number> {
  const names = await namesIn(folder);
  const complete = await completeFiles(folder, names);
  let removed = 0;
  for (const name of names) {
    const path = join(folder, name);
    if (isKnown(db, name) && (complete.has(path) || !(await isOld(path, graceMs)))) continue;
    await rm(path, { force: true });
    removed++;
  }
  return removed;
}

function isKnown(db: Db, name: string): boolean {
  const id = /^(batch_[\w-]{20})-/.exec(name)?.[1];
  if (id === undefined) return false;
  return db.select({ id: batchJobs.id }).from(batchJobs).where(eq(batchJobs.id, id)).get() !== undefined;
}

/** Lists, which are written last, and what they are made of. */
async function completeFiles(folder: string, names: string[]): Promise<Set<string>> {
  const lists = names.filter((name) => name.endsWith(".json")).map((name) => join(folder, name));
  const complete = new Set(lists);
  for (const list of lists) {
    const parts = await packedZip(list).catch(gone);
    for (const { path } of parts ?? []) complete.add(path);
  }
  return complete;
}

async function isOld(path: string, graceMs: number): Promise<boolean> {
  const at = await writtenAt(path);
  return at !== null && at < Date.now() - graceMs;
}

/** A newer ZIP of the batch may have taken its place since the folder was read. */
function gone(error: NodeJS.ErrnoException): null {
  if (error.code !== "ENOENT") throw error;
  return null;
}
