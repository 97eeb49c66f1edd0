import { type ResourceLimits, Worker } from "node:worker_threads";
import { describe, expect, it, onTestFinished } from "vitest";
import { batchStatus } from "@/lib/batch/status";
import { maxAttempts } from "@/lib/queue/queue";
import { type StartThread, ThreadPool, threadLimits } from "@/lib/worker/pool";
import { Pulse } from "@/lib/worker/pulse";
import { batchWorker } from "@/tests/support/batch-worker";
import { TestRooms } from "@/tests/support/rooms";

/** More than a thread needs to begin a stage on a busy machine: its start counts as one. */
const beginMs = 2_000;

/** A real thread that begins the stage `outline` of whatever it gets and then does `rest`. */
const thread =
  (rest: string, resourceLimits: ResourceLimits = { maxOldGenerationSizeMb: 16 }): StartThread =>
  () =>
    new Worker(
      `const { parentPort } = require("node:worker_threads");
       parentPort.on("message", ({ type, task }) => {
         if (type !== "run") return;
         parentPort.postMessage({ type: "stage", stage: "outline", stagesDone: 2 });
         ${rest}
       });`,
      { eval: true, resourceLimits },
    );

const done = `parentPort.postMessage({
  type: "worked", result: { type: "done", artifacts: [], counts: null, spans: [] }, written: [],
});`;
const hangsOnFirst = `if (task.job.index === 0) for (;;); ${done}`;
const diesOnFirst = `if (task.job.index === 0) process.exit(7); ${done}`;
const eatsMemory = "const eaten = []; for (;;) eaten.push(new Array(500_000).fill(0.5));";

function workOn(rooms: TestRooms, start: StartThread, itemStageMs = 60_000, closingStageMs = 60_000): Pulse {
  const pulse = new Pulse();
  const pool = new ThreadPool(2, start);
  const worker = batchWorker(rooms, { pool, itemStageMs, closingStageMs, pulse });
  worker.start();
  onTestFinished(() => worker.stop());
  return pulse;
}

/** Waits until the batch has ended; the wait between two attempts is passed over by the queue's clock. */
async function ended(rooms: TestRooms, id: string) {
  for (;;) {
    const status = batchStatus(rooms.db, id, true);
    if (status.finished_at !== null) return status;
    const waits = status.items?.some((item) => item.status === "retrying") && status.running === 0;
    if (waits) rooms.later += 60_000;
    rooms.bell.ring("queue");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe("an item that", () => {
  it("hangs in a stage is stopped at its deadline, three times, and costs no other item", async () => {
    const rooms = new TestRooms();
    const { batch_id } = await rooms.submit(4);
    workOn(rooms, thread(hangsOnFirst), beginMs);
    const status = await ended(rooms, batch_id);
    expect(status).toMatchObject({ status: "completed", processed: 3, failed: 1 });
    expect(status.items?.[0]).toMatchObject({ status: "failed", attempts: maxAttempts });
    expect(status.items?.[0].error).toMatchObject({ code: "timeout", stage: "outline" });
    expect(status.items?.[0].error?.message).toContain("in its stage outline");
    expect(status.items?.slice(1).map(({ attempts }) => attempts)).toEqual([1, 1, 1]);
  });

  it("kills its thread is set aside after three, with stage, code and cause", async () => {
    const rooms = new TestRooms();
    const { batch_id } = await rooms.submit(4);
    workOn(rooms, thread(diesOnFirst));
    const status = await ended(rooms, batch_id);
    expect(status).toMatchObject({ status: "completed", processed: 3, failed: 1 });
    expect(status.items?.[0]).toMatchObject({
      attempts: maxAttempts,
      error: { code: "worker_lost", stage: "outline" },
    });
    expect(status.items?.[0].error?.message).toMatch(
      /3 times, in its stage outline: the thread ended with code 7\. It was set/,
    );
  });

  it("needs more memory than its thread may have is told so", async () => {
    const rooms = new TestRooms();
    const { batch_id } = await rooms.submit(1);
    workOn(rooms, thread(eatsMemory));
    const status = await ended(rooms, batch_id);
    expect(status.items?.[0].error?.message).toContain("its memory ran out");
  });

  it("once wants more memory than the product gives a thread costs one attempt, and no other item any", async () => {
    const rooms = new TestRooms();
    const { batch_id } = await rooms.submit(4);
    workOn(
      rooms,
      thread(`if (task.job.index === 0 && task.job.attempt === 1) { ${eatsMemory} } ${done}`, threadLimits),
    );
    const status = await ended(rooms, batch_id);
    expect(status).toMatchObject({ status: "completed", processed: 4, failed: 0 });
    expect(status.items?.map(({ attempts }) => attempts)).toEqual([2, 1, 1, 1]);
  });
});

it("a stage that takes its time is left alone when every stage keeps within its own", async () => {
  const rooms = new TestRooms();
  const { batch_id } = await rooms.submit(1);
  const slow = `let stage = 0;
    const next = setInterval(() => {
      if (++stage < 6) return parentPort.postMessage({ type: "stage", stage: "stage " + stage, stagesDone: 2 });
      clearInterval(next);
      ${done}
    }, ${beginMs / 4});`;
  workOn(rooms, thread(slow), beginMs);
  expect(await ended(rooms, batch_id)).toMatchObject({ status: "completed", items: [{ attempts: 1 }] });
});

it("a batch whose putting together hangs has failed, and its items are there", async () => {
  const rooms = new TestRooms();
  const { batch_id } = await rooms.submit(1, { include_pdf: true });
  workOn(rooms, thread(`if (task.type === "closing") for (;;); ${done}`), 60_000, beginMs);
  const status = await ended(rooms, batch_id);
  expect(status).toMatchObject({ status: "failed", processed: 1 });
  expect(status.message).toContain("in its stage outline and was stopped");
});

it("a worker's pulse is felt when it has reached the queue", async () => {
  const rooms = new TestRooms();
  expect(new Pulse().age()).toBeNull();
  expect(workOn(rooms, thread(done)).age()).toBeLessThan(5000);
});
