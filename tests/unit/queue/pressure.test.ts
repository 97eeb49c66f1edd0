import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { batchItems, batchJobs } from "@/db/schema";
import { cancelBatch } from "@/lib/batch/cancel";
import { queueStats } from "@/lib/queue/stats";
import { TestRooms } from "@/tests/support/rooms";

// Figures to the second need a clock that stands still.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Ends so many items of the queue, begun and finished so many seconds ago. */
function endedAgo(rooms: TestRooms, count: number, beganSeconds: number, endedSeconds: number): void {
  const now = Date.now();
  for (const lease of rooms.queue.claimItems(count)) {
    rooms.queue.completeItem(lease, { artifacts: [], counts: null }, []);
    const times = { startedAt: now - beganSeconds * 1000, finishedAt: now - endedSeconds * 1000 };
    rooms.db.update(batchItems).set(times).where(eq(batchItems.id, lease.itemId)).run();
  }
}

describe("a full queue says when to come back", () => {
  it("by the pace of the last ten minutes", async () => {
    const rooms = new TestRooms({ TRACEPRESS_MAX_PENDING_ITEMS: "100" });
    await rooms.submit(60);
    endedAgo(rooms, 30, 60, 10); // 30 a minute
    await rooms.submit(60);
    await expect(rooms.submit(35)).rejects.toMatchObject({ code: "queue_full", retryAfter: 50 }); // 25 too many
    await expect(rooms.submit(11)).rejects.toMatchObject({ retryAfter: 2 });
  });

  it("by a guess of half a minute where nothing was finished lately", async () => {
    const rooms = new TestRooms({ TRACEPRESS_MAX_PENDING_ITEMS: "10" });
    await rooms.submit(10);
    await expect(rooms.submit(1)).rejects.toMatchObject({ code: "queue_full", retryAfter: 30 });
  });

  it("and never later than in an hour", async () => {
    const rooms = new TestRooms({ TRACEPRESS_MAX_PENDING_ITEMS: "200" });
    await rooms.submit(1);
    endedAgo(rooms, 1, 600, 1);
    await rooms.submit(200);
    await expect(rooms.submit(200)).rejects.toMatchObject({ retryAfter: 3600 });
  });
});

describe("the queue's figures", () => {
  it("tell what waits, what runs, what was done a minute and how long the rest will take", async () => {
    const rooms = new TestRooms();
    await rooms.submit(40);
    endedAgo(rooms, 20, 120, 5); // 10 a minute
    const [busy] = rooms.queue.claimItems(3);
    rooms.queue.retryItem(busy, { code: "timeout", message: "", stage: null, retryable: true }, 60_000, []);
    const other = await rooms.submit(5);
    cancelBatch(rooms, other.batch_id);
    expect(queueStats(rooms.db, 2)).toMatchObject({
      pending: 17,
      running: 2,
      retrying: 1,
      slots: 2,
      items_per_minute: 10,
      estimated_wait_seconds: 108,
      batches: { processing: 1, cancelled: 1, pending: 0, completed: 0 },
    });
  });

  it("do not make up a pace", async () => {
    const rooms = new TestRooms();
    expect(queueStats(rooms.db, 2)).toMatchObject({ items_per_minute: null, estimated_wait_seconds: 0 });
    await rooms.submit(1);
    expect(queueStats(rooms.db, 2)).toMatchObject({ items_per_minute: null, estimated_wait_seconds: null });
  });
});

describe("an Idempotency-Key", () => {
  it("stands for its batch for 24 hours and is free again after", async () => {
    const rooms = new TestRooms();
    const send = (count: number) => rooms.submit(count, {}, { idempotencyKey: "lesson-7" });
    const first = await send(1);
    const age = (hours: number) =>
      rooms.db
        .update(batchJobs)
        .set({ createdAt: Date.now() - hours * 3_600_000 })
        .where(eq(batchJobs.id, first.batch_id))
        .run();
    age(23.9);
    expect((await send(1)).batch_id).toBe(first.batch_id);
    await expect(send(2)).rejects.toMatchObject({ code: "idempotency_mismatch" });
    age(24);
    const second = await send(2);
    expect(second.batch_id).not.toBe(first.batch_id);
    expect((await send(2)).batch_id).toBe(second.batch_id);
  });
});
