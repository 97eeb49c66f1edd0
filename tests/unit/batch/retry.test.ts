import { describe, expect, it } from "vitest";
import { cancelBatch } from "@/lib/batch/cancel";
import { retryBatch } from "@/lib/batch/retry";
import { batchStatus } from "@/lib/batch/status";
import { eventsSince } from "@/lib/events/log";
import type { ArtifactDraft } from "@/lib/pipelines/pipeline";
import type { ItemLease } from "@/lib/queue/queue";
import { TestRooms } from "@/tests/support/rooms";

const broken = { code: "unsupported_media", message: "It is damaged.", stage: "decode", retryable: false };
const file = (name: string, size: number): ArtifactDraft => ({
  name,
  media_type: "image/png",
  blob: { key: "0".repeat(64), size },
  role: "output",
});
const made = ({ slug }: ItemLease) => ({ artifacts: [file(`pages/${slug}.png`, 10)], counts: null });

/** A batch of three whose middle item failed. */
async function twoOfThree(rooms: TestRooms, options = {}) {
  const { batch_id } = await rooms.submit(3, options);
  const [a, b, c] = rooms.queue.claimItems(3);
  rooms.queue.stageStarted(b, "decode", 1);
  rooms.queue.completeItem(a, made(a), []);
  rooms.queue.failItem(b, broken, []);
  rooms.queue.completeItem(c, made(c), []);
  return batch_id;
}

describe("running again what failed", () => {
  it("begins it with all its attempts and leaves what is finished as it is", async () => {
    const rooms = new TestRooms();
    const id = await twoOfThree(rooms);
    const before = batchStatus(rooms.db, id, true);
    expect(retryBatch(rooms, id, {})).toMatchObject({ status: "processing", retried: 1 });
    const after = batchStatus(rooms.db, id, true);
    expect(after).toMatchObject({ status: "processing", processed: 2, failed: 0, pending: 1, running: 0 });
    expect(after).toMatchObject({ finished_at: null, expires_at: null });
    expect(after.progress_percent).toBe(66.6);
    expect(after.items?.[1]).toMatchObject({
      status: "pending",
      attempts: 0,
      error: null,
      stage: null,
      duration_ms: null,
    });
    expect(after.items?.[0]).toEqual(before.items?.[0]);
    const [again] = rooms.queue.claimItems(5);
    expect(again).toMatchObject({ itemId: after.items?.[1].item_id, attempt: 1 });
    rooms.queue.completeItem(again, made(again), []);
    const end = batchStatus(rooms.db, id, true);
    expect(end).toMatchObject({ status: "completed", processed: 3, failed: 0, progress_percent: 100, total_size: 30 });
    expect(end.expires_at).not.toBeNull();
  });

  it("counts once under a double click", async () => {
    const rooms = new TestRooms();
    const id = await twoOfThree(rooms);
    retryBatch(rooms, id, {});
    const once = batchStatus(rooms.db, id, true);
    expect(retryBatch(rooms, id, {})).toMatchObject({ status: "processing", retried: 0 });
    expect(batchStatus(rooms.db, id, true)).toEqual(once);
    const [again] = rooms.queue.claimItems(5);
    expect(retryBatch(rooms, id, { item_ids: [again.itemId] }).retried).toBe(0);
    expect(rooms.queue.completeItem(again, made(again), [])).toBe(true);
  });

  it("takes only the items that are named", async () => {
    const rooms = new TestRooms();
    const { batch_id } = await rooms.submit(2);
    const [a, b] = rooms.queue.claimItems(2);
    for (const lease of [a, b]) rooms.queue.failItem(lease, broken, []);
    expect(retryBatch(rooms, batch_id, { item_ids: [b.itemId] }).retried).toBe(1);
    expect(batchStatus(rooms.db, batch_id, true).items?.map(({ status }) => status)).toEqual(["failed", "pending"]);
    const [again] = rooms.queue.claimItems(2);
    rooms.queue.completeItem(again, made(again), []);
    expect(batchStatus(rooms.db, batch_id, false)).toMatchObject({ status: "completed", processed: 1, failed: 1 });
  });

  it("goes on with a cancelled batch where it was stopped", async () => {
    const rooms = new TestRooms();
    const { batch_id } = await rooms.submit(3);
    const [a, b] = rooms.queue.claimItems(2);
    rooms.queue.completeItem(a, made(a), []);
    rooms.queue.stageStarted(b, "outline", 3);
    cancelBatch(rooms, batch_id);
    expect(retryBatch(rooms, batch_id, {}).retried).toBe(2);
    expect(rooms.queue.completeItem(b, made(b), [])).toBe(false);
    for (const lease of rooms.queue.claimItems(3)) rooms.queue.completeItem(lease, made(lease), []);
    const status = batchStatus(rooms.db, batch_id, false);
    expect(status).toMatchObject({ status: "completed", processed: 3, cancelled: 0, progress_percent: 100 });
    const numbers = eventsSince(rooms.db, batch_id, 0).map(({ seq }) => seq);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  it("puts the batch together anew, and keeps the old book until the new one is there", async () => {
    const rooms = new TestRooms();
    const id = await twoOfThree(rooms, { include_pdf: true });
    rooms.queue.completeClosing(rooms.queue.claimClosing()!, [file("book.pdf", 100)], []);
    retryBatch(rooms, id, {});
    expect(rooms.queue.claimClosing()).toBeNull();
    expect(batchStatus(rooms.db, id, false)).toMatchObject({ total_size: 120, artifacts: [{ size: 100 }] });
    const [again] = rooms.queue.claimItems(5);
    rooms.queue.completeItem(again, made(again), []);
    const closing = rooms.queue.claimClosing();
    expect(closing).toMatchObject({ attempt: 1, items: [{ index: 0 }, { index: 1 }, { index: 2 }] });
    rooms.queue.completeClosing(closing!, [file("book.pdf", 150)], []);
    const status = batchStatus(rooms.db, id, false);
    expect(status).toMatchObject({
      status: "completed",
      total_size: 180,
      artifacts: [{ name: "book.pdf", size: 150 }],
    });
  });

  it("puts a batch together again whose items are all good", async () => {
    const rooms = new TestRooms();
    const { batch_id } = await rooms.submit(1, { include_pdf: true });
    const [lease] = rooms.queue.claimItems(1);
    rooms.queue.completeItem(lease, made(lease), []);
    rooms.queue.failClosing(rooms.queue.claimClosing()!, { ...broken, stage: "book" }, []);
    expect(batchStatus(rooms.db, batch_id, false).status).toBe("failed");
    expect(retryBatch(rooms, batch_id, {})).toMatchObject({ retried: 0, status: "processing" });
    rooms.queue.completeClosing(rooms.queue.claimClosing()!, [file("book.pdf", 1)], []);
    expect(batchStatus(rooms.db, batch_id, false).status).toBe("completed");
  });

  it("runs an item again once that is named a hundred thousand times", async () => {
    const rooms = new TestRooms();
    const id = await twoOfThree(rooms);
    const failed = batchStatus(rooms.db, id, true).items?.[1].item_id ?? "";
    expect(retryBatch(rooms, id, { item_ids: Array(100_000).fill(failed) })).toMatchObject({ retried: 1 });
  });
});

describe("running again is refused", () => {
  it("while the batch runs", async () => {
    const rooms = new TestRooms();
    const { batch_id } = await rooms.submit(2);
    const [a] = rooms.queue.claimItems(1);
    rooms.queue.failItem(a, broken, []);
    expect(() => retryBatch(rooms, batch_id, {})).toThrow(/once it has ended/);
  });

  it("when all is done", async () => {
    const rooms = new TestRooms();
    const { batch_id } = await rooms.submit(1);
    const [lease] = rooms.queue.claimItems(1);
    rooms.queue.completeItem(lease, made(lease), []);
    expect(() => retryBatch(rooms, batch_id, {})).toThrow(/nothing to run again/);
    expect(() => retryBatch(rooms, batch_id, { item_ids: [lease.itemId] })).toThrow(/is finished/);
  });

  it("for items of another batch, each named by its place", async () => {
    const rooms = new TestRooms();
    const id = await twoOfThree(rooms);
    const failed = batchStatus(rooms.db, id, true).items?.[1].item_id ?? "";
    try {
      retryBatch(rooms, id, { item_ids: [failed, "item_elsewhere"] });
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ code: "invalid_request", fields: [{ path: "item_ids.1" }] });
    }
    expect(batchStatus(rooms.db, id, false).failed).toBe(1);
  });

  it("when the queue has no room", async () => {
    const rooms = new TestRooms({ TRACEPRESS_MAX_PENDING_ITEMS: "3" });
    const id = await twoOfThree(rooms);
    await rooms.submit(3);
    expect(() => retryBatch(rooms, id, {})).toThrow(/The queue holds 3 items/);
  });

  it("for items of another batch, by the first of them, however many are named", async () => {
    const rooms = new TestRooms();
    const id = await twoOfThree(rooms);
    const refused = () => retryBatch(rooms, id, { item_ids: Array.from({ length: 1000 }, (_, n) => `item_${n}`) });
    expect(refused).toThrow(
      expect.objectContaining({ code: "invalid_request", message: "item_0 is no item of this batch." }),
    );
  });
});
