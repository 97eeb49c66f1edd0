import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { originAt } from "@/lib/access/origin";
import { config } from "@/lib/config";
import { TracepressError } from "@/lib/errors";

export interface ServerProcess {
  origin: string;
  /** Fires when this process is told to stop: the server is ending then. */
  told: AbortSignal;
  ended: Promise<void>;
  stop(): Promise<void>;
}

const patienceMs = 60_000;

/**
 * Starts the production server as a child and waits until it answers. It says what goes wrong and no more, unless
 * `LOG_LEVEL` says otherwise, and ends with this process.
 * @throws TracepressError `conflict` where something else answers, or it ends before it does.
 */
export async function startServer(): Promise<ServerProcess> {
  const origin = originAt(config());
  if (await answers(origin)) {
    throw failed(`Something already answers at ${origin}. Stop it first, or set PORT to a free port.`);
  }
  const env = { ...process.env, LOG_LEVEL: process.env.LOG_LEVEL || "warn" };
  const child = spawn(process.execPath, ["app/_http/serve.mjs"], { stdio: "inherit", env });
  const ended = once(child, "exit").then(() => undefined);
  const stop = async () => {
    if (child.exitCode === null) child.kill("SIGTERM");
    await ended;
  };
  const told = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) {
    process.on(name, () => {
      told.abort();
      void stop();
    });
  }
  for (let waited = 0; waited < patienceMs; waited += 100) {
    if (child.exitCode !== null) throw failed("The server ended before it was ready.");
    if (await answers(origin)) return { origin, told: told.signal, ended, stop };
    await delay(100);
  }
  await stop();
  throw failed(`The server did not answer within ${patienceMs / 1000} s.`);
}

const failed = (message: string) => new TracepressError("conflict", message);

const answers = (origin: string): Promise<boolean> =>
  fetch(`${origin}/api/v1/batch?limit=1`).then(Boolean, () => false);
