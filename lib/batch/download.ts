import { createHash, randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { and, asc, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { artifacts, type BatchRow, batchItems } from "@/db/schema";
import { isTerminal } from "@/lib/contracts/terms/status";
import { TracepressError } from "@/lib/errors";
import type { BlobStore } from "@/lib/files/blobs";
import { namesIn, writtenAt } from "@/lib/files/folders";
import type { FilePart } from "@/lib/files/parts";
import { packedZip, packZip, type ZipEntry, zipForm } from "@/lib/files/zip/pack";
import { singleton } from "@/lib/singleton";
import { unlessAborted } from "@/lib/unless-aborted";
import { manifestOf } from "./manifest";
import { inPageOrder, placedFiles } from "./page-order";
import { savedName } from "./title";
import { batchRow } from "./view";

export interface DownloadRooms {
  db: Db;
  blobs: BlobStore;
  /** Folder in which packed ZIPs are kept, so that a broken download goes on where it stopped. */
  folder: string;
}

export interface Download {
  parts: FilePart[];
  size: number;
  etag: string;
  name: string;
}

/** Milliseconds for which an older ZIP stays: somebody may be packing it, or about to open what it consists of. */
const graceMs = 60_000;

/**
 * The ZIP of a batch. It is packed when first asked for; what it stores is served from the files themselves.
 * @param partial takes what is finished so far.
 * @throws TracepressError `not_found`; `not_ready` while there is nothing to take; the signal's reason once that fires,
 * which stops no packing: others may wait for it too.
 */
export async function batchZip(
  rooms: DownloadRooms,
  id: string,
  partial: boolean,
  signal: AbortSignal,
): Promise<Download> {
  const contents = rooms.db.transaction(() => contentsOf(rooms, id, partial));
  const list = join(rooms.folder, `${id}-${contents.etag}.json`);
  const packed = onlyOnce(list, async () => {
    if (await exists(list)) return;
    // A partial ZIP is out of date once more is finished.
    await removeZips(rooms.folder, id, Date.now() - graceMs);
    const bytes = join(rooms.folder, `${id}-${contents.etag}-${randomUUID()}.bytes`);
    await packZip({ list, bytes }, contents.entries, contents.date);
  });
  await unlessAborted(packed, signal);
  const parts = await packedZip(list);
  const size = parts.reduce((sum, { length }) => sum + length, 0);
  return { parts, size, etag: `"${contents.etag}"`, name: contents.name };
}

/** Of a batch without a file. */
function whyNothing({ status }: BatchRow): string {
  if (status === "failed") return "Nothing came of this batch, so there is nothing to download. Its status says why.";
  if (status === "cancelled") return "The batch was cancelled before anything was finished. Run it again to have it.";
  return "Nothing is finished yet that could be downloaded. The batch's progress tells when it is.";
}

function contentsOf({ db, blobs }: DownloadRooms, id: string, partial: boolean) {
  const batch = batchRow(db, id);
  const mine = and(eq(artifacts.batchId, id), eq(artifacts.role, "output"));
  const files = db.select().from(artifacts).where(mine).orderBy(asc(artifacts.name)).all();
  if (files.length === 0) throw new TracepressError("not_ready", whyNothing(batch));
  if (!isTerminal(batch.status) && !partial) {
    throw new TracepressError("not_ready", "The batch is not finished. Add ?partial=1 to take what is done so far.");
  }
  const rows = db.select().from(batchItems).where(eq(batchItems.batchId, id)).orderBy(asc(batchItems.index)).all();
  const items = inPageOrder(rows, batch);
  const placed = placedFiles(files, items);
  const manifest = manifestOf(batch, items, placed);
  const entries: ZipEntry[] = placed.map(({ placedName, blob }) => ({ name: placedName, path: blobs.path(blob) }));
  entries.push({ name: "manifest.json", bytes: manifest });
  // The manifest names every file with its hash, so its own hash changes exactly when the ZIP does.
  const etag = createHash("sha256").update(zipForm).update(manifest).digest("hex").slice(0, 32);
  return { entries, etag, date: new Date(batch.createdAt), name: savedName(batch, `${id}.zip`) };
}

/** Two downloads of one ZIP wait for one packing. */
function onlyOnce(path: string, pack: () => Promise<void>): Promise<void> {
  const running = singleton("zips", () => new Map<string, Promise<void>>());
  const packing = running.get(path) ?? pack().finally(() => running.delete(path));
  running.set(path, packing);
  return packing;
}

const exists = async (path: string): Promise<boolean> => (await writtenAt(path)) !== null;

/**
 * Removes the packed ZIPs of a batch; whoever still reads one keeps it open.
 * @param before milliseconds since the epoch, to leave what was written later.
 */
export async function removeZips(folder: string, id: string, before = Number.POSITIVE_INFINITY): Promise<void> {
  for (const name of await namesIn(folder)) {
    if (!name.startsWith(`${id}-`) || name.endsWith(".part")) continue;
    const path = join(folder, name);
    const at = await writtenAt(path);
    if (at !== null && at < before) await rm(path, { force: true });
  }
}
