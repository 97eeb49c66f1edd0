import { createHash, randomUUID } from "node:crypto";
import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { and, asc, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { artifacts, batchItems } from "@/db/schema";
import { isTerminal } from "@/lib/contracts/terms/status";
import { TracepressError } from "@/lib/errors";
import type { BlobStore } from "@/lib/files/blobs";
import type { FilePart } from "@/lib/files/parts";
import { packedZip, packZip, type ZipEntry, zipForm } from "@/lib/files/zip/pack";
import { singleton } from "@/lib/singleton";
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

/**
 * The ZIP of a batch. It is packed when first asked for; what it stores is served from the files themselves.
 * @param partial takes what is finished so far.
 * @throws TracepressError `not_found`; `not_ready` while there is nothing to take.
 */
export async function batchZip(rooms: DownloadRooms, id: string, partial: boolean): Promise<Download> {
  const contents = rooms.db.transaction(() => contentsOf(rooms, id, partial));
  const list = join(rooms.folder, `${id}-${contents.etag}.json`);
  await onlyOnce(list, async () => {
    if (await exists(list)) return;
    // A partial ZIP is out of date once more is finished.
    await removeZips(rooms.folder, id);
    const bytes = join(rooms.folder, `${id}-${contents.etag}-${randomUUID()}.bytes`);
    await packZip({ list, bytes }, contents.entries, contents.date);
  });
  const parts = await packedZip(list);
  const size = parts.reduce((sum, { length }) => sum + length, 0);
  return { parts, size, etag: `"${contents.etag}"`, name: contents.name };
}

function contentsOf({ db, blobs }: DownloadRooms, id: string, partial: boolean) {
  const batch = batchRow(db, id);
  const mine = and(eq(artifacts.batchId, id), eq(artifacts.role, "output"));
  const files = db.select().from(artifacts).where(mine).orderBy(asc(artifacts.name)).all();
  if (files.length === 0) throw new TracepressError("not_ready", "Nothing is finished yet that could be downloaded.");
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
async function onlyOnce(path: string, pack: () => Promise<void>): Promise<void> {
  const running = singleton("zips", () => new Map<string, Promise<void>>());
  let packing = running.get(path);
  if (!packing) {
    packing = pack().finally(() => running.delete(path));
    running.set(path, packing);
  }
  await packing;
}

const exists = (path: string) => stat(path).then(Boolean, () => false);

/** Removes the packed ZIPs of a batch; whoever still reads one keeps it open. */
export async function removeZips(folder: string, id: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const packed = names.filter((name) => name.startsWith(`${id}-`) && !name.endsWith(".part"));
  await Promise.all(packed.map((name) => rm(join(folder, name), { force: true })));
}
