import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import Database from "better-sqlite3";
import { TracepressError } from "@/lib/errors";
import { BlobStore } from "@/lib/files/blobs";
import { namesIn } from "@/lib/files/folders";
import { copyBlob } from "./copy-blob";
import { type BackupReport, backupReportSchema, blobKeys, databaseIn, reportIn } from "./layout";

/** Pages copied in one step: all. Copied by parts, it would begin anew whenever the server writes in between. */
const allPages = 0x7fffffff;

/**
 * Copies a data folder while its server works: the database as it stands at one moment, and every blob it refers to.
 * An earlier backup in `folder` is brought up to date; it stays whole until the new one is, and blobs are copied once.
 * @throws TracepressError `not_found` without a database in `data`; `conflict` when `folder` holds anything else;
 * `internal` for a blob that is lost or damaged.
 */
export async function backUp(data: string, folder: string, signal: AbortSignal): Promise<BackupReport> {
  await refuseStrange(folder);
  await mkdir(folder, { recursive: true });
  const copy = `${databaseIn(folder)}.part`;
  const [from, to] = [new BlobStore(data), new BlobStore(folder)];
  let gone: string[] = [];
  for (;;) {
    const { keys, batches } = await snapshot(databaseIn(data), copy);
    const { bytes, missing } = await copyBlobs(from, to, keys, signal);
    const lost = missing.find((key) => gone.includes(key));
    if (lost) {
      throw new TracepressError("internal", `The file ${from.path(lost)} is lost, although the database refers to it.`);
    }
    // What a sweep took since the snapshot belongs to a batch that was removed: the next snapshot knows it no more.
    gone = missing;
    if (missing.length > 0) continue;
    const report = { made_at: new Date().toISOString(), batches, blobs: keys.length, bytes };
    await publish(folder, copy, report);
    await dropOthers(folder, new Set(keys));
    return report;
  }
}

async function refuseStrange(folder: string): Promise<void> {
  const names = await namesIn(folder);
  const ours = ["tracepress.db", "tracepress.db.part", "blobs", "backup.json", "backup.json.part"];
  if (names.every((name) => ours.includes(name))) return;
  throw new TracepressError("conflict", `${folder} holds other things than a backup. Give an empty folder.`);
}

/** The database at one moment, as one file; writers go on meanwhile. */
async function snapshot(path: string, copy: string): Promise<{ keys: string[]; batches: number }> {
  await rm(copy, { force: true });
  const live = open(path);
  try {
    await live.backup(copy, { progress: () => allPages });
  } finally {
    live.close();
  }
  const client = new Database(copy);
  try {
    client.pragma("journal_mode = DELETE");
    return {
      keys: blobKeys(client),
      batches: client.prepare("select count(*) from batch_jobs").pluck().get() as number,
    };
  } finally {
    client.close();
  }
}

function open(path: string): Database.Database {
  try {
    return new Database(path, { readonly: true, fileMustExist: true });
  } catch (cause) {
    throw new TracepressError("not_found", `There is no database at ${path}. Set TRACEPRESS_DATA to the data folder.`, {
      cause,
    });
  }
}

async function copyBlobs(from: BlobStore, to: BlobStore, keys: string[], signal: AbortSignal) {
  let bytes = 0;
  const missing: string[] = [];
  for (const key of keys) {
    const size = await copyBlob(from, to, key, signal);
    if (size === null) missing.push(key);
    else bytes += size;
  }
  return { bytes, missing };
}

async function publish(folder: string, copy: string, report: BackupReport): Promise<void> {
  await rename(copy, databaseIn(folder));
  const part = `${reportIn(folder)}.part`;
  await writeFile(part, `${JSON.stringify(backupReportSchema.parse(report), null, 2)}\n`, { flush: true });
  await rename(part, reportIn(folder));
}

/** Takes away what only earlier backups referred to, and halves that a kill left. */
async function dropOthers(folder: string, keys: Set<string>): Promise<void> {
  const blobs = join(folder, "blobs");
  for (const shelf of await namesIn(blobs)) {
    const others = (await namesIn(join(blobs, shelf))).filter((name) => !keys.has(name));
    await Promise.all(others.map((name) => rm(join(blobs, shelf, name), { force: true })));
  }
}
