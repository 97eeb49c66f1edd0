import { join } from "node:path";
import type Database from "better-sqlite3";
import { z } from "zod";

// A data folder and a backup have the same files at the same places; a backup also tells about itself.

/** Path of the database in either. */
export const databaseIn = (folder: string): string => join(folder, "tracepress.db");
/** Path of what a backup tells about itself. */
export const reportIn = (folder: string): string => join(folder, "backup.json");

/** `backup.json`: there once a backup is whole. */
export const backupReportSchema = z.object({
  made_at: z.iso.datetime(),
  batches: z.number().int(),
  blobs: z.number().int(),
  bytes: z.number().int(),
});
export type BackupReport = z.infer<typeof backupReportSchema>;

/** Every blob that a row of the database refers to. */
export function blobKeys(client: Database.Database): string[] {
  const keys = client.prepare(`
    select blob from artifacts union select blob from uploads union select source from batch_items order by 1`);
  return (keys.pluck().all() as string[]).filter((key) => key !== "");
}
