import { describe, expect, it } from "vitest";
import { cancelBatch } from "@/lib/batch/cancel";
import { batchStatus } from "@/lib/batch/status";
import { eventsSince } from "@/lib/events/log";
import type { ArtifactDraft } from "@/lib/pipelines/pipeline";
import { heartbeatMs, type ItemLease, leaseMs, maxAttempts } from "@/lib/queue/queue";
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

  it("and waits for another attempt outlast no clock that is set back by a day", async () => {
    const rooms = new TestRooms();
    await rooms.submit(2);
    const [held, tried] = rooms.queue.claimItems(2);
    rooms.queue.retryItem(tried, { ...broken, retryable: true }, 60_000, []);
    rooms.later = -86_400_000;
    expect(rooms.queue.recoverExpired()).toBe(1);
    const again = rooms.queue.claimItems(2).map(({ itemId }) => itemId);
    expect(again.sort()).toEqual([held.itemId, tried.itemId].sort());
  });

  it("are taken over within ten seconds of their holder's death, by a worker that beats", async () => {
    const rooms = new TestRooms();
    await rooms.submit(1);
    const [dead] = rooms.queue.claimItems(1);
    const taken: ItemLease[] = [];
    for (; taken.length === 0 && rooms.later < 60_000; rooms.later += heartbeatMs) {
      rooms.queue.recoverExpired();
      taken.push(...rooms.queue.claimItems(1));
    }
    expect(taken).toMatchObject([{ itemId: dead.itemId, attempt: 2 }]);
    expect(rooms.later).toBeLessThanOrEqual(10_000);
    expect(rooms.queue.heartbeat([dead.token]).size).toBe(0);
  });

  it("outlast a clock that is set forward by a day when their holder is the first to beat", async () => {
    const rooms = new TestRooms();
    await rooms.submit(1);
    const [lease] = rooms.queue.claimItems(1);
    rooms.later = 86_400_000;
    expect([...rooms.queue.heartbeat([lease.token])]).toEqual([lease.token]);
    expect(rooms.queue.recoverExpired()).toBe(0);
    expect(rooms.queue.completeItem(lease, { artifacts: [], counts: null }, [])).toBe(true);
  });

  it("are lost to a clock that is set forward by a day when another beats first, and the item is finished once", async () => {
    const rooms = new TestRooms();
    const { batch_id } = await rooms.submit(1);
    const [before] = rooms.queue.claimItems(1);
    rooms.later = 86_400_000;
    expect(rooms.queue.recoverExpired()).toBe(1);
    const [after] = rooms.queue.claimItems(1);
    expect(rooms.queue.completeItem(before, { artifacts: [page("one")], counts: null }, [])).toBe(false);
    expect(rooms.queue.completeItem(after, { artifacts: [page("one")], counts: null }, [])).toBe(true);
    expect(batchStatus(rooms.db, batch_id, true)).toMatchObject({ status: "completed", processed: 1, running: 0 });
  });

  it("handed back do not count as an attempt", async () => {
    const rooms = new TestRooms();
    const { batch_id } = await rooms.submit(1);
    expect(rooms.queue.release(rooms.queue.claimItems(1)[0])).toBe(true);
    expect(batchStatus(rooms.db, batch_id, false)).toMatchObject({ pending: 1, running: 0, progress_percent: 0 });
    expect(rooms.queue.claimItems(1)[0].attempt).toBe(1);
  });
});

describe("verbs that run together", () => {
  it("are each whole: one that fails takes nothing back of the others, and nothing of it stays", async () => {
    const rooms = new TestRooms();
    const { batch_id } = await rooms.submit(2);
    const [a, b] = rooms.queue.claimItems(2);
    const sameName = { artifacts: [page("one"), page("one")], counts: null };
    const [first, second] = rooms.queue.together([
      () => rooms.queue.completeItem(a, sameName, []),
      () => rooms.queue.completeItem(b, { artifacts: [page("two")], counts: null }, []),
    ]);
    expect(first).toMatchObject({ thrown: { code: "SQLITE_CONSTRAINT_UNIQUE" } });
    expect(second).toEqual({ answer: true });
    const status = batchStatus(rooms.db, batch_id, true);
    expect(status).toMatchObject({ processed: 1, running: 1 });
    expect(status.items?.map((item) => item.artifacts.length)).toEqual([0, 1]);
    expect(rooms.queue.completeItem(a, { artifacts: [page("one")], counts: null }, [])).toBe(true);
    const numbers = eventsSince(rooms.db, batch_id, 0).map(({ seq }) => seq);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  it("ring their batches once, after all is written", async () => {
    const rooms = new TestRooms();
    const { batch_id } = await rooms.submit(2);
    const leases = rooms.queue.claimItems(2);
    const heard: number[] = [];
    rooms.bell.listen(batch_id, () => heard.push(batchStatus(rooms.db, batch_id, false).processed));
    rooms.queue.together(
      leases.map((lease) => () => rooms.queue.completeItem(lease, { artifacts: [], counts: null }, [])),
    );
    expect(heard).toEqual([2]);
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
