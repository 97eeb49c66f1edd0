import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { originAt } from "@/lib/access/origin";
import { config } from "@/lib/config";

export interface ServerProcess {
  origin: string;
  ended: Promise<void>;
  stop(): Promise<void>;
}

const patienceMs = 60_000;

/** Starts the production server as a child and waits until it answers. @throws Error when it ends before that. */
export async function startServer(): Promise<ServerProcess> {
  const origin = originAt(config());
  if (await answers(origin)) {
    throw new Error(`Something already answers at ${origin}. Stop it first, or set PORT to a free port.`);
  }
  const child = spawn(process.execPath, ["app/_http/serve.mjs"], { stdio: "inherit" });
  const ended = once(child, "exit").then(() => undefined);
  const stop = async () => {
    if (child.exitCode === null) child.kill("SIGTERM");
    await ended;
  };
  for (let waited = 0; waited < patienceMs; waited += 100) {
    if (child.exitCode !== null) throw new Error("The server ended before it was ready.");
    if (await answers(origin)) return { origin, ended, stop };
    await delay(100);
  }
  await stop();
  throw new Error(`The server did not answer within ${patienceMs / 1000} s.`);
}

const answers = (origin: string): Promise<boolean> =>
  fetch(`${origin}/api/v1/batch?limit=1`).then(Boolean, () => false);
