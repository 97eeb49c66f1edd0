import { rm } from "node:fs/promises";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { partialUploads } from "@/db/schema";
import type { BlobStore } from "../blobs";
import { namesIn, writtenAt } from "../folders";
import { discard } from "./finish";
import { writers } from "./writers";

/**
 * Removes partial uploads that have not grown since `before`, rows without a file, and files without a row; none that
 * a request is at.
 * @param before milliseconds since the Unix epoch. @returns how many went.
 */
export async function sweepPartialUploads(db: Db, blobs: BlobStore, before: number): Promise<number> {
  let removed = 0;
  for (const { id } of db.select({ id: partialUploads.id }).from(partialUploads).all()) {
    const grew = await writtenAt(blobs.partialPath(id));
    if ((grew !== null && grew >= before) || writers().isBusy(id)) continue;
    await discard({ db, blobs }, id);
    removed++;
  }
  for (const name of await namesIn(blobs.partialFolder)) {
    const grew = await writtenAt(join(blobs.partialFolder, name));
    if (grew === null || grew >= before || hasRow(db, name)) continue;
    await rm(join(blobs.partialFolder, name), { force: true });
    removed++;
  }
  return removed;
}

const hasRow = (db: Db, id: string): boolean =>
  db.select({ id: partialUploads.id }).from(partialUploads).where(eq(partialUploads.id, id)).get() !== undefined;
