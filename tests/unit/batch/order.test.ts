import { describe, expect, it } from "vitest";
import { batchZip } from "@/lib/batch/download";
import { orderPages } from "@/lib/batch/order";
import { retryBatch } from "@/lib/batch/retry";
import { batchStatus } from "@/lib/batch/status";
import type { ArtifactDraft } from "@/lib/pipelines/pipeline";
import type { ItemLease } from "@/lib/queue/queue";
import { TestRooms } from "@/tests/support/rooms";

/** A page whose bytes are its place of submission. */
async function page(rooms: TestRooms, { slug, index }: ItemLease) {
  const blob = await rooms.blobs.write(Buffer.from(`page ${index}`));
  const draft: ArtifactDraft = { name: `pages/${slug}.png`, media_type: "image/png", blob, role: "output" };
  return { artifacts: [draft], counts: null };
}

async function drawn(rooms: TestRooms, count: number, options = {}): Promise<{ id: string; ids: string[] }> {
  const { batch_id } = await rooms.submit(count, options);
  for (const lease of rooms.queue.claimItems(count)) rooms.queue.completeItem(lease, await page(rooms, lease), []);
  return { id: batch_id, ids: (batchStatus(rooms.db, batch_id, true).items ?? []).map(({ item_id }) => item_id) };
}

const manifestOf = async (rooms: TestRooms, id: string) => {
  const { signal } = new AbortController();
  const { parts } = await batchZip({ ...rooms, folder: `${rooms.folder}/zips` }, id, false, signal);
  return parts.map(({ path }) => path);
};

describe("putting the pages in another order", () => {
  it("lets the book be bound again in that order, and only once for the same one", async () => {
    const rooms = new TestRooms();
    const { id, ids } = await drawn(rooms, 3, { include_pdf: true });
    const first = rooms.queue.claimClosing();
    expect(first?.items.map(({ index }) => index)).toEqual([0, 1, 2]);
    rooms.queue.completeClosing(first!, [], []);
    const item_ids = [ids[2], ids[0], ids[1]];
    expect(orderPages(rooms, id, { item_ids }).status).toBe("processing");
    expect(batchStatus(rooms.db, id, true)).toMatchObject({ status: "processing", page_order: item_ids });
    const again = rooms.queue.claimClosing();
    expect(again?.items.map(({ index }) => index)).toEqual([2, 0, 1]);
    rooms.queue.completeClosing(again!, [], []);
    expect(orderPages(rooms, id, { item_ids }).status).toBe("completed");
    expect(rooms.queue.claimClosing()).toBeNull();
    orderPages(rooms, id, { item_ids: ids });
    expect(batchStatus(rooms.db, id, true).page_order).toBeNull();
  });

  it("changes a ZIP without a book at once, names and all", async () => {
    const rooms = new TestRooms();
    const { id, ids } = await drawn(rooms, 2);
    const before = await manifestOf(rooms, id);
    expect(orderPages(rooms, id, { item_ids: [ids[1], ids[0]] }).status).toBe("completed");
    expect(await manifestOf(rooms, id)).not.toEqual(before);
  });

  it("holds for what is run again", async () => {
    const rooms = new TestRooms();
    const { batch_id: id } = await rooms.submit(2, { include_pdf: true });
    const [a, b] = rooms.queue.claimItems(2);
    rooms.queue.completeItem(a, await page(rooms, a), []);
    rooms.queue.failItem(b, { code: "internal", message: "No.", stage: null, retryable: false }, []);
    rooms.queue.completeClosing(rooms.queue.claimClosing()!, [], []);
    orderPages(rooms, id, { item_ids: [b.itemId, a.itemId] });
    rooms.queue.completeClosing(rooms.queue.claimClosing()!, [], []);
    retryBatch(rooms, id, {});
    const [again] = rooms.queue.claimItems(2);
    rooms.queue.completeItem(again, await page(rooms, again), []);
    expect(rooms.queue.claimClosing()?.items.map(({ index }) => index)).toEqual([1, 0]);
  });

  it("is refused while the batch runs, and unless each item is named once", async () => {
    const rooms = new TestRooms();
    const { id, ids } = await drawn(rooms, 2);
    const { batch_id } = await rooms.submit(2);
    expect(() => orderPages(rooms, batch_id, { item_ids: ["x", "y"] })).toThrow(/once it has ended/);
    for (const item_ids of [[ids[0]], [ids[0], ids[0]], [ids[0], "other"]]) {
      expect(() => orderPages(rooms, id, { item_ids })).toThrow("Name each of the 2 items of this batch once.");
    }
  });
});
