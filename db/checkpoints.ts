import { Worker } from "node:worker_threads";
import type { Db } from "./client";

export interface CheckpointThreadData {
  /** The database file. */
  path: string;
}

/**
 * Pages that the log may hold before the connection that writes moves them itself, which its event loop waits for: 10 ms
 * and more. The thread is far ahead of that, but cannot begin the log anew while it is written to without a pause. Single
 * items at 200 a second are 4,400 pages a second: they wait once in 700. The log is 64 MB long at most then.
 */
const ownPages = 16_000;
/** SQLite's own setting, for when the thread is lost. */
const usualPages = 1_000;

/**
 * Moves what was written from the log into the database file on a thread, as long as the process works with it.
 * @param onFailure hears what kept a checkpoint from being made; it is tried again.
 * @returns a function that ends it. Nobody need wait for a slow disk then: the next start reads what the log still holds.
 */
export function startCheckpoints(db: Db, onFailure: (error: unknown) => void): () => void {
  const workerData: CheckpointThreadData = { path: db.$client.name };
  const thread = new Worker(new URL("./checkpoint-thread.ts", import.meta.url), { workerData });
  thread.unref();
  db.$client.pragma(`wal_autocheckpoint = ${ownPages}`);
  thread.on("message", onFailure);
  thread.on("error", (error) => {
    db.$client.pragma(`wal_autocheckpoint = ${usualPages}`);
    onFailure(error);
  });
  return () => thread.postMessage("stop");
}
