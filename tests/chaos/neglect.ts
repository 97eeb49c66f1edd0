import { existsSync, readdirSync, utimesSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import type { Dice } from "./dice";
import type { Ledger } from "./ledger";

/** Makes every file of a stopped server two hours old, so that the sweep's grace has run out. */
export function makeFilesOld(data: string): void {
  const longAgo = new Date(Date.now() - 7_200_000);
  for (const name of ["blobs", "incoming", "zips"]) {
    const folder = join(data, name);
    if (!existsSync(folder)) continue; // nothing was packed or taken in yet
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    for (const entry of entries) if (entry.isFile()) utimesSync(join(entry.parentPath, entry.name), longAgo, longAgo);
  }
}

/** Lets the time of one batch of a stopped server run out. */
export function expireOne(data: string, ledger: Ledger, dice: Dice): void {
  if (ledger.lasting.length === 0) return;
  const entry = dice.oneOf(ledger.lasting);
  entry.mayBeGone = true;
  const db = new Database(join(data, "tracepress.db"));
  db.prepare("update batch_jobs set expires_at = 1 where id = ?").run(entry.batchId);
  db.close();
}
