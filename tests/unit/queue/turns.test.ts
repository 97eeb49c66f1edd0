import { describe, expect, it } from "vitest";
import { itemsRunOut } from "@/lib/queue/expiry";
import type { ItemLease } from "@/lib/queue/queue";
import { dueItems, pendingItems } from "@/lib/queue/turns";
import { TestRooms } from "@/tests/support/rooms";

const busy = { code: "remote_unavailable", message: "It did not answer.", stage: "fetch", retryable: true };

/** Begins and finishes so many items, one after the other as one slot would. */
function work(rooms: TestRooms, count: number): ItemLease[] {
  return Array.from({ length: count }, () => {
    const [lease] = rooms.queue.claimItems(1);
    rooms.queue.completeItem(lease, { artifacts: [], counts: null }, []);
    return lease;
  });
}

const from = (leases: ItemLease[], { batch_id }: { batch_id: string }) =>
  leases.filter(({ batchId }) => batchId === batch_id).length;

describe("batches share the slots", () => {
  it("so three pictures are begun at once though three thousand came before them", async () => {
    const rooms = new TestRooms({ TRACEPRESS_MAX_ITEMS: "3000" });
    const large = await rooms.submit(3000);
    work(rooms, 40);
    const small = await rooms.submit(3);
    const next = work(rooms, 6);
    expect(from(next, small)).toBe(3);
    expect(from(next, large)).toBe(3);
    expect(from(work(rooms, 4), large)).toBe(4);
  });

  it("so a large batch goes on however many small ones come after it", async () => {
    const rooms = new TestRooms();
    const large = await rooms.submit(100);
    work(rooms, 20);
    let begun = 0;
    for (let arrival = 0; arrival < 20; arrival++) {
      await rooms.submit(3);
      begun += from(work(rooms, 3), large);
    }
    expect(begun).toBeGreaterThanOrEqual(5);
  });

  it("and those that wait for a broken server do not hold up those that never failed", async () => {
    const rooms = new TestRooms();
    const broken = await rooms.submit(30);
    for (const lease of rooms.queue.claimItems(30)) rooms.queue.retryItem(lease, busy, 1000, []);
    rooms.later = 2000;
    const small = await rooms.submit(3);
    rooms.later += 1000;
    const next = work(rooms, 6);
    expect(from(next, small)).toBe(3);
    expect(from(next, broken)).toBe(3);
  });

  it("in the order of each batch's own items", async () => {
    const rooms = new TestRooms();
    const { batch_id } = await rooms.submit(5);
    await rooms.submit(5);
    const mine = work(rooms, 10).filter(({ batchId }) => batchId === batch_id);
    expect(mine.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4]);
  });
});

describe("items that a model draws", () => {
  const settings = { ANTHROPIC_API_KEY: "sk-none" };

  it("take no more slots than may ask it at once, and hold nobody else up", async () => {
    const rooms = new TestRooms(settings);
    await rooms.submit(5, {}, {}, "claude");
    const other = await rooms.submit(3);
    const claimed = rooms.queue.claimItems(6, { claude: 2 });
    expect(claimed.map(({ model }) => model).sort()).toEqual(["claude", "claude", "lineart", "lineart", "lineart"]);
    expect(claimed.filter(({ batchId }) => batchId === other.batch_id)).toHaveLength(3);
    expect(rooms.queue.claimItems(6, { claude: 0 })).toEqual([]);
    expect(rooms.queue.claimItems(1, { claude: 1 }).map(({ model }) => model)).toEqual(["claude"]);
  });

  it("are passed over as well when they are to be tried again", async () => {
    const rooms = new TestRooms(settings);
    await rooms.submit(2, {}, {}, "claude");
    await rooms.submit(1);
    const busy = { code: "model_busy", message: "busy", stage: "draw", retryable: true };
    for (const lease of rooms.queue.claimItems(3)) rooms.queue.retryItem(lease, busy, 1000, []);
    rooms.later = 2000;
    expect(rooms.queue.claimItems(3, { claude: 0 }).map(({ model }) => model)).toEqual(["lineart"]);
    expect(rooms.queue.claimItems(3, { claude: 1 })).toHaveLength(1);
  });
});

describe("however many rows there are", () => {
  const plan = (rooms: TestRooms, query: { sql: string; params: unknown[] }): string => {
    const rows = rooms.db.$client.prepare(`explain query plan ${query.sql}`).all(query.params) as { detail: string }[];
    return rows.map(({ detail }) => detail).join("; ");
  };

  it("a claim reads the first rows of an index and sorts nothing", () => {
    const rooms = new TestRooms();
    const first = plan(rooms, pendingItems(rooms.db, 4).toSQL());
    expect(first).toMatch(/^SCAN batch_items USING INDEX batch_items_pending; CORRELATED.*batch_jobs.*\(id=\?\)$/);
    const again = plan(rooms, dueItems(rooms.db, 4, Date.now()).toSQL());
    expect(again).toMatch(/^SEARCH batch_items USING INDEX batch_items_retrying \(available_at<\?\); CORRELATED/);
    expect(plan(rooms, pendingItems(rooms.db, 4, "[]").toSQL())).toContain("INDEX batch_jobs_status (status=?)");
  });

  it("a takeover finds its rows by index", () => {
    const rooms = new TestRooms();
    const lost = plan(rooms, itemsRunOut(rooms.db, Date.now()).toSQL());
    expect(lost).toBe("SEARCH batch_items USING INDEX batch_items_holder (lease_token>?)");
  });

  it.each([
    [
      "a heartbeat",
      "update batch_items set lease_expires_at = 1 where lease_token in ('a', 'b')",
      "batch_items_holder",
    ],
    [
      "a heartbeat of closings",
      "update batch_jobs set lease_expires_at = 1 where lease_token in ('a')",
      "batch_jobs_hol",
    ],
  ])("%s finds its rows by index", (_, sql, index) => {
    expect(plan(new TestRooms(), { sql, params: [] })).toMatch(
      new RegExp(`SEARCH \\w+ USING (COVERING )?INDEX \\w*${index}`),
    );
  });
});
