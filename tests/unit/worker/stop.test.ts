import { pino } from "pino";
import { expect, test } from "vitest";
import { ModelTurns } from "@/lib/models/turns";
import { unlessAborted } from "@/lib/unless-aborted";
import type { Task, TaskResult } from "@/lib/worker/messages";
import { Pulse } from "@/lib/worker/pulse";
import { BatchWorker } from "@/lib/worker/worker";
import { TestRooms } from "@/tests/support/rooms";

test("a server stops its threads also while the database takes no lease back", async () => {
  const rooms = new TestRooms();
  await rooms.submit(2);
  const locked = () => {
    throw new Error("the database is locked");
  };
  let working = 0;
  let stopped = false;
  const pool = {
    async perform(_task: Task, signal: AbortSignal): Promise<TaskResult> {
      working++;
      return unlessAborted(new Promise<TaskResult>(() => undefined), signal).finally(() => working--);
    },
    async stop() {
      stopped = true;
    },
  };
  const worker = new BatchWorker({
    queue: Object.assign(Object.create(rooms.queue), { release: locked }),
    pool,
    bell: rooms.bell,
    log: pino({ level: "silent" }),
    slots: 2,
    maxPixels: 1e8,
    itemStageMs: 60_000,
    closingStageMs: 60_000,
    turns: new ModelTurns(rooms.config.models, () => null),
    pulse: new Pulse(),
    onStages: () => undefined,
  });
  worker.start();
  await expect.poll(() => working).toBe(2);
  await worker.stop();
  expect({ working, stopped }).toEqual({ working: 0, stopped: true });
});
