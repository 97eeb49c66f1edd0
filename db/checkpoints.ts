import { Worker } from "node:worker_threads";
import type { Db } from "./client";

export interface CheckpointThreadData {
  /** The database file. */
  path: string;
}

/**
 * Pages that the log may hold before the connection that writes moves them itself, which its event loop waits for: 10 ms
 * and more. The thread is far ahead of that, and finds a moment between two commits at which the log can begin anew, so
 * that single items at 200 a second, which are 5,000 pages a second, never wait for it; what is written without any pause
 * does. The log is 64 MB long at most then.
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
