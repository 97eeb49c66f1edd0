import { parentPort, workerData } from "node:worker_threads";
import Database from "better-sqlite3";
import type { CheckpointThreadData } from "./checkpoints";

// Moves what the log holds into the database file, on a connection and a thread of its own: it waits for the disk, which
// the event loop must not. `PASSIVE` keeps no writer and no reader waiting, and takes what it can get.

const everyMs = 500;
/** After a failure, as on a full disk: it lasts, and each one is a line of the log. */
const failedMs = 10_000;
/** Pages in the log from which on it is to begin anew, long before the writer would move them itself. */
const longPages = 4_000;
/** Then it goes on so soon, and so often at most: what is written without a pause is never moved whole. */
const againMs = 2;
const mostAgain = 8;

const { path } = workerData as CheckpointThreadData;
const client = new Database(path, { fileMustExist: true });
client.pragma("synchronous = NORMAL");
let timer = setTimeout(look, everyMs);

/** Times in a row that it went on at once, and how long the log was before. */
let again = 0;
let before = -1;

function look(): void {
  let wait = everyMs;
  try {
    const [{ log }] = client.pragma("wal_checkpoint(PASSIVE)") as { log: number }[];
    again = isToGoOn(log) ? again + 1 : 0;
    before = log;
    if (again > 0) wait = againMs;
  } catch (error) {
    wait = failedMs;
    parentPort?.postMessage(error);
  }
  timer = setTimeout(look, wait);
}

/**
 * The writer begins the log anew at a moment when all of it has been moved. With each pass less is written meanwhile:
 * a few of them find that moment between two commits, until the log is short again or nobody writes.
 */
const isToGoOn = (log: number): boolean => log >= longPages && log !== before && again < mostAgain;

parentPort?.once("message", () => {
  clearTimeout(timer);
  client.close();
});
