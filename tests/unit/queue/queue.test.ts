import { describe, expect, it } from "vitest";
import { cancelBatch } from "@/lib/batch/cancel";
import { batchStatus } from "@/lib/batch/status";
import { eventsSince } from "@/lib/events/log";
import type { ArtifactDraft } from "@/lib/pipelines/pipeline";
import { leaseMs, maxAttempts } from "@/lib/queue/queue";
import { TestRooms } from "@/tests/support/rooms";

const page = (name: string): ArtifactDraft => ({
  name: `pages/${name}.png`,
  media_type: "image/png",
  blob: { key: "0".repeat(64), size: 10 },
  role: "output",
});
const broken = { code: "unsupported_media", message: "It is damaged.", stage: "decode", retryable: false };

describe("claiming", () => {
  it("gives each item to one holder only", async () => {
    const rooms = new TestRooms();
    await rooms.submit(3);
    const first = rooms.queue.claimItems(2);
    const second = rooms.queue.claimItems(5);
    expect(first.map((lease) => lease.index)).toEqual([0, 1]);
    expect(second.map((lease) => lease.index)).toEqual([2]);
    expect(rooms.queue.claimItems(1)).toEqual([]);
  });
});

describe("finishing", () => {
  it("counts, keeps the artifact and ends the batch with the last item", async () => {
    const rooms = new TestRooms();
    const { batch_id } = await rooms.submit(2);
    const [a, b] = rooms.queue.claimItems(2);
    expect(rooms.queue.completeItem(a, { artifacts: [page(a.slug)], counts: null }, [])).toBe(true);
    expect(batchStatus(rooms.db, batch_id, true)).toMatchObject({ status: "processing", processed: 1, running: 1 });
    expect(rooms.queue.failItem(b, broken, [])).toBe(true);
    const status = batchStatus(rooms.db, batch_id, true);
    expect(status).toMatchObject({ status: "completed", processed: 1, failed: 1, pending: 0, progress_percent: 100 });
    expect(status.items?.[1].error).toEqual(broken);
    expect(status.total_size).toBe(10);
  });

  it("fails a batch without any good item", async () => {
    const rooms = new TestRooms();
    const { batch_id } = await rooms.submit(1);
    rooms.queue.failItem(rooms.queue.claimItems(1)[0], broken, []);
    expect(batchStatus(rooms.db, batch_id, false).status).toBe("failed");
  });

  it("is refused to whoever lost the lease", async () => {
    const rooms = new TestRooms();
    const { batch_id } = await rooms.submit(1);
    const [lost] = rooms.queue.claimItems(1);
    rooms.later = leaseMs + 1;
    expect(rooms.queue.recoverExpired()).toBe(1);
    const [taken] = rooms.queue.claimItems(1);
    expect(taken).toMatchObject({ itemId: lost.itemId, attempt: 2 });
    expect(rooms.queue.completeItem(lost, { artifacts: [page("late")], counts: null }, [])).toBe(false);
    expect(rooms.queue.completeItem(taken, { artifacts: [page("good")], counts: null }, [])).toBe(true);
    expect(rooms.queue.completeItem(taken, { artifacts: [page("twice")], counts: null }, [])).toBe(false);
    const [item] = batchStatus(rooms.db, batch_id, true).items ?? [];
    expect(item.artifacts.map((artifact) => artifact.name)).toEqual(["pages/good.png"]);
  });
});

describe("leases", () => {
  it("last as long as the heart beats", async () => {
    const rooms = new TestRooms();
    await rooms.submit(1);
    const [lease] = rooms.queue.claimItems(1);
    rooms.later = leaseMs - 1;
    expect([...rooms.queue.heartbeat([lease.token])]).toEqual([lease.token]);
    rooms.later = 2 * leaseMs - 2;
    expect(rooms.queue.recoverExpired()).toBe(0);
  });

  it("set an item aside that has lost its worker too often", async () => {
    const rooms = new TestRooms();
    const { batch_id } = await rooms.submit(1);
    for (let attempt = 1; attempt <= maxAttempts; attempt++) {
      expect(rooms.queue.claimItems(1)[0].attempt).toBe(attempt);
      rooms.later += leaseMs + 1;
      rooms.queue.recoverExpired();
    }
    const status = batchStatus(rooms.db, batch_id, true);
    expect(status.status).toBe("failed");
    expect(status.items?.[0].error?.code).toBe("worker_lost");
  });

  it("handed back do not count as an attempt", async () => {
    const rooms = new TestRooms();
    const { batch_id } = await rooms.submit(1);
    expect(rooms.queue.release(rooms.queue.claimItems(1)[0])).toBe(true);
    expect(batchStatus(rooms.db, batch_id, false)).toMatchObject({ pending: 1, running: 0, progress_percent: 0 });
    expect(rooms.queue.claimItems(1)[0].attempt).toBe(1);
  });
});

describe("cancelling", () => {
  it("keeps what is finished and never turns into a completion", async () => {
    const rooms = new TestRooms();
    const { batch_id } = await rooms.submit(3);
    const [a, b] = rooms.queue.claimItems(2);
    rooms.queue.completeItem(a, { artifacts: [page(a.slug)], counts: null }, []);
    cancelBatch(rooms, batch_id);
    expect([...rooms.queue.heartbeat([b.token])]).toEqual([]);
    expect(rooms.queue.completeItem(b, { artifacts: [page(b.slug)], counts: null }, [])).toBe(false);
    expect(cancelBatch(rooms, batch_id).status).toBe("cancelled");
    const status = batchStatus(rooms.db, batch_id, true);
    expect(status).toMatchObject({ status: "cancelled", processed: 1, cancelled: 2, running: 0, pending: 0 });
    expect(status.items?.map((item) => item.status)).toEqual(["completed", "cancelled", "cancelled"]);
  });

  it("is not possible once the batch has ended", async () => {
    const rooms = new TestRooms();
    const { batch_id } = await rooms.submit(1);
    const [lease] = rooms.queue.claimItems(1);
    rooms.queue.completeItem(lease, { artifacts: [page(lease.slug)], counts: null }, []);
    expect(() => cancelBatch(rooms, batch_id)).toThrow(/already ended/);
  });
});

describe("the closing step", () => {
  it("comes after the last item and ends the batch", async () => {
    const rooms = new TestRooms();
    const { batch_id } = await rooms.submit(2, { include_pdf: true });
    expect(rooms.queue.claimClosing()).toBeNull();
    for (const lease of rooms.queue.claimItems(2))
      rooms.queue.completeItem(lease, { artifacts: [page(lease.slug)], counts: null }, []);
    expect(batchStatus(rooms.db, batch_id, false).status).toBe("processing");
    const closing = rooms.queue.claimClosing();
    expect(closing?.items.map((item) => item.artifacts[0].name)).toEqual([
      "pages/001-picture-1.png",
      "pages/002-picture-2.png",
    ]);
    expect(rooms.queue.claimClosing()).toBeNull();
    const book: ArtifactDraft = { ...page("book"), name: "book.pdf", media_type: "application/pdf" };
    expect(rooms.queue.completeClosing(closing!, [book], [])).toBe(true);
    const status = batchStatus(rooms.db, batch_id, true);
    expect(status.status).toBe("completed");
    expect(status.artifacts.map((artifact) => artifact.name)).toEqual(["book.pdf"]);
  });

  it("is taken over from a dead worker, and fails the batch when it keeps dying", async () => {
    const rooms = new TestRooms();
    const { batch_id } = await rooms.submit(1, { include_pdf: true });
    const [lease] = rooms.queue.claimItems(1);
    rooms.queue.completeItem(lease, { artifacts: [page(lease.slug)], counts: null }, []);
    for (let attempt = 1; attempt <= maxAttempts; attempt++) {
      expect(rooms.queue.claimClosing()?.attempt).toBe(attempt);
      rooms.later += leaseMs + 1;
      rooms.queue.recoverExpired();
    }
    expect(batchStatus(rooms.db, batch_id, false).status).toBe("failed");
  });
});

describe("events", () => {
  it("are numbered without gaps and carry the counters of their moment", async () => {
    const rooms = new TestRooms();
    const { batch_id } = await rooms.submit(2);
    for (const lease of rooms.queue.claimItems(2)) {
      rooms.queue.stageStarted(lease, "decode", 0);
      rooms.queue.completeItem(lease, { artifacts: [page(lease.slug)], counts: null }, []);
    }
    const events = eventsSince(rooms.db, batch_id, 0);
    expect(events.map((event) => event.seq)).toEqual(events.map((_, index) => index + 1));
    const facts = events.map((event) => JSON.parse(event.data));
    expect(facts.map((fact) => fact.processed)).toEqual([0, 0, 0, 0, 1, 1, 2, 2]);
    expect(events.at(-1)?.type).toBe("completed");
    for (const fact of facts) {
      expect(fact.processed + fact.failed + fact.cancelled + fact.pending + fact.running).toBe(2);
    }
  });
});
