import { describe, expect, it, onTestFinished } from "vitest";
import { cancelBatch } from "@/lib/batch/cancel";
import { batchStatus } from "@/lib/batch/status";
import { unlessAborted } from "@/lib/unless-aborted";
import type { Task, TaskResult } from "@/lib/worker/messages";
import type { Hearer } from "@/lib/worker/pool";
import { batchWorker } from "@/tests/support/batch-worker";
import { TestRooms } from "@/tests/support/rooms";

/** Threads that are done at once, before a disk that is as slow as the test says. */
class SlowDisk {
  /** Indexes of the items in the order they were begun. */
  readonly begun: number[] = [];
  private readonly waiting: (() => void)[] = [];

  async perform(task: Task, signal: AbortSignal, hearer: Hearer = {}): Promise<TaskResult> {
    if (task.type === "item") this.begun.push(task.job.index);
    hearer.onFree?.();
    await unlessAborted(new Promise<void>((resolve) => this.waiting.push(resolve)), signal);
    return { type: "done", artifacts: [], counts: null, spans: [] };
  }

  /** Lets the disk take what has waited longest. */
  take(): void {
    this.waiting.shift()?.();
  }

  async stop() {}
}

async function work(items: number, slots = 1) {
  const rooms = new TestRooms();
  const disk = new SlowDisk();
  const { batch_id } = await rooms.submit(items);
  const worker = batchWorker(rooms, { pool: disk, slots });
  worker.start();
  onTestFinished(() => worker.stop());
  const status = () => batchStatus(rooms.db, batch_id, true);
  return { rooms, disk, worker, batchId: batch_id, status };
}

/** Until what is due in the event loop has happened, commits that wait for another among it. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 60));

describe("while the files of an item go to disk", () => {
  it("its slot works on the next one, and neither is done", async () => {
    const { disk, status } = await work(2);
    await until(() => disk.begun.length === 2);
    await settled();
    expect(status()).toMatchObject({ processed: 0, running: 2 });
    disk.take();
    await until(() => status().processed === 1);
    expect(status().items?.map((item) => item.status)).toEqual(["completed", "running"]);
    disk.take();
    await until(() => status().finished_at !== null);
    expect(status()).toMatchObject({ status: "completed", processed: 2 });
  });

  it("no more wait for it than there are slots", async () => {
    const { disk, status } = await work(9, 2);
    await until(() => disk.begun.length === 4);
    await settled();
    expect(disk.begun).toEqual([0, 1, 2, 3]);
    disk.take();
    await until(() => disk.begun.length === 5 && status().processed === 1);
    await settled();
    expect(disk.begun).toHaveLength(5);
    expect(status()).toMatchObject({ processed: 1, running: 4 });
  });

  it("a cancel does not wait for the disk", async () => {
    const { rooms, disk, batchId, status } = await work(3);
    await until(() => disk.begun.length === 2);
    cancelBatch(rooms, batchId);
    await until(() => status().finished_at !== null);
    expect(status()).toMatchObject({ status: "cancelled", processed: 0, running: 0 });
    disk.take();
    disk.take();
    await settled();
    expect(status()).toMatchObject({ status: "cancelled", processed: 0 });
  });

  it("a stop hands both items back, with no attempt counted", async () => {
    const { disk, worker, status } = await work(2);
    await until(() => disk.begun.length === 2);
    await worker.stop();
    expect(status().items?.map(({ status, attempts }) => ({ status, attempts }))).toEqual([
      { status: "pending", attempts: 0 },
      { status: "pending", attempts: 0 },
    ]);
  });
});
