import { expect, test } from "vitest";
import { unlessAborted } from "@/lib/unless-aborted";
import type { Task, TaskResult } from "@/lib/worker/messages";
import { batchWorker } from "@/tests/support/batch-worker";
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
  const queue = Object.assign(Object.create(rooms.queue), { release: locked });
  const worker = batchWorker(rooms, { pool, queue });
  worker.start();
  await expect.poll(() => working).toBe(2);
  await worker.stop();
  expect({ working, stopped }).toEqual({ working: 0, stopped: true });
});
