import { copyFile, mkdir, readFile, rename, rm } from "node:fs/promises";
import Database from "better-sqlite3";
import { TracepressError } from "@/lib/errors";
import { BlobStore } from "@/lib/files/blobs";
import { namesIn } from "@/lib/files/folders";
import { copyBlob } from "./copy-blob";
import { type BackupReport, backupReportSchema, blobKeys, databaseIn, reportIn } from "./layout";

/**
 * Brings a backup back into a data folder. The database comes last and in one step, so that a kill leaves the folder as
 * it was, with at most some files that the sweep finds. What had a time left to be kept has that time again from now on.
 * @param overwrite allows a data folder that is not empty; what it holds is replaced.
 * @throws TracepressError `not_found` without a whole backup in `folder`; `conflict` when the data folder is not empty
 * or its server runs; `internal` for a file of the backup that is lost or damaged.
 */
export async function restore(
  folder: string,
  data: string,
  overwrite: boolean,
  signal: AbortSignal,
): Promise<BackupReport> {
  const report = await reportOf(folder);
  if ((await namesIn(data)).length > 0) {
    if (!overwrite) throw notEmpty(data);
    refuseInUse(data);
  }
  await mkdir(data, { recursive: true });
  const copy = `${databaseIn(data)}.part`;
  await copyFile(databaseIn(folder), copy);
  await bringBlobs(folder, data, prepare(copy, Date.now() - Date.parse(report.made_at)), signal);
  for (const journal of ["-wal", "-shm"]) await rm(databaseIn(data) + journal, { force: true });
  await rename(copy, databaseIn(data));
  return report;
}

async function reportOf(folder: string): Promise<BackupReport> {
  try {
    return backupReportSchema.parse(JSON.parse(await readFile(reportIn(folder), "utf8")));
  } catch (cause) {
    throw new TracepressError("not_found", `There is no whole backup in ${folder}.`, { cause });
  }
}

const notEmpty = (data: string): TracepressError =>
  new TracepressError(
    "conflict",
    `${data} is not empty, and restoring would replace what it holds. Say --overwrite if that is meant, or set TRACEPRESS_DATA to another folder.`,
  );

/** Only the last one with the database open can take it out of WAL mode; with nobody left its journals are empty then. */
function refuseInUse(data: string): void {
  let client: Database.Database | undefined;
  try {
    client = new Database(databaseIn(data), { fileMustExist: true, timeout: 0 });
    client.pragma("journal_mode = DELETE");
  } catch (cause) {
    const { code } = cause as { code?: string };
    if (code === "SQLITE_CANTOPEN" || code === "SQLITE_NOTADB") return;
    throw new TracepressError("conflict", `A server works in ${data}. Stop it first.`, { cause });
  } finally {
    client?.close();
  }
}

/**
 * Moves what would have expired since the backup was made, for as long as that is ago.
 * @returns the blobs that the database refers to.
 */
function prepare(copy: string, agoMs: number): string[] {
  const client = new Database(copy);
  try {
    client.transaction(() => {
      client.prepare("update batch_jobs set expires_at = expires_at + ? where expires_at is not null").run(agoMs);
      client.prepare("update uploads set created_at = created_at + ?").run(agoMs);
    })();
    return blobKeys(client);
  } finally {
    client.close();
  }
}

async function bringBlobs(folder: string, data: string, keys: string[], signal: AbortSignal): Promise<void> {
  const [from, to] = [new BlobStore(folder), new BlobStore(data)];
  for (const key of keys) {
    if ((await copyBlob(from, to, key, signal)) !== null) continue;
    throw new TracepressError("internal", `The backup is not whole: ${from.path(key)} is lost.`);
  }
}
