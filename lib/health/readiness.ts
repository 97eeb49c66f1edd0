import { type Db, waitingAtMost } from "@/db/client";
import type { HealthCheck, Readiness } from "@/lib/contracts/operations";
import { freeBytes } from "@/lib/files/space";
import type { Pulse } from "@/lib/worker/pulse";

/** A worker that did not reach the queue for so long, in milliseconds, is taken for stuck. */
const pulseMs = 5_000;
/** Milliseconds to wait for the database's lock: an answer that comes late says nothing. */
const lockMs = 250;

export interface HealthRooms {
  db: Db;
  config: { data: string; minFreeBytes: number };
  pulse: Pulse;
  /** Has fired once the process was told to stop. */
  stopping: AbortSignal;
}

/** Whether this process can take work and do it, check by check. */
export async function readiness({ db, config, pulse, stopping }: HealthRooms): Promise<Readiness> {
  const checks = {
    database: databaseCheck(db),
    disk: await diskCheck(config),
    worker: workerCheck(pulse, stopping),
  };
  const ready = Object.values(checks).every(({ ok }) => ok);
  return { status: ready ? "ready" : "not_ready", checks };
}

/** Takes the writers' lock and writes a page that is taken back. */
function databaseCheck(db: Db): HealthCheck {
  try {
    waitingAtMost(db, lockMs, () => writeNothing(db));
    return { ok: true, detail: "can be written" };
  } catch (error) {
    return { ok: false, detail: `cannot be written: ${(error as { code?: string }).code ?? "unknown"}` };
  }
}

function writeNothing({ $client: client }: Db): void {
  client.exec("begin immediate");
  try {
    client.pragma(`user_version = ${client.pragma("user_version", { simple: true })}`);
  } finally {
    client.exec("rollback");
  }
}

async function diskCheck({ data, minFreeBytes }: HealthRooms["config"]): Promise<HealthCheck> {
  const free = await freeBytes(data);
  const [left, floor] = [free, minFreeBytes].map((bytes) => Math.floor(bytes / 1_000_000));
  return { ok: free >= minFreeBytes, detail: `${left} MB free, at least ${floor} MB needed` };
}

function workerCheck(pulse: Pulse, stopping: AbortSignal): HealthCheck {
  if (stopping.aborted) return { ok: false, detail: "is stopping" };
  const age = pulse.age();
  if (age === null) return { ok: false, detail: "has not begun" };
  return { ok: age <= pulseMs, detail: `last reached the queue ${Math.round(age)} ms ago` };
}
