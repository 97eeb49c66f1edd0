import { parentPort, workerData } from "node:worker_threads";
import Database from "better-sqlite3";
import type { CheckpointThreadData } from "./checkpoints";

// Moves what the log holds into the database file, on a connection and a thread of its own: it waits for the disk, which
// the event loop must not. `PASSIVE` keeps no writer and no reader waiting, and takes what it can get.

const everyMs = 500;
/** After a failure, as on a full disk: it lasts, and each one is a line of the log. */
const failedMs = 10_000;

const { path } = workerData as CheckpointThreadData;
const client = new Database(path, { fileMustExist: true });
client.pragma("synchronous = NORMAL");
let timer = setTimeout(look, everyMs);

function look(): void {
  let wait = everyMs;
  try {
    client.pragma("wal_checkpoint(PASSIVE)");
  } catch (error) {
    wait = failedMs;
    parentPort?.postMessage(error);
  }
  timer = setTimeout(look, wait);
}

parentPort?.once("message", () => {
  clearTimeout(timer);
  client.close();
});
