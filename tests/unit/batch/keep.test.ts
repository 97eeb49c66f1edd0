import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { artifacts, batchItems, batchJobs, events, spans } from "@/db/schema";
import { keepBatch } from "@/lib/batch/keep";
import { removeBatch } from "@/lib/batch/remove";
import { batchStatus } from "@/lib/batch/status";
import { sweep } from "@/lib/batch/sweep";
import { batchEvents } from "@/lib/events/sse";
import { TestRooms } from "@/tests/support/rooms";

const dayMs = 24 * 3_600_000;

async function finished(rooms: TestRooms): Promise<string> {
  const { batch_id } = await rooms.submit(1);
  rooms.queue.completeItem(rooms.queue.claimItems(1)[0], { artifacts: [], counts: null }, []);
  return batch_id;
}

describe("keeping a batch", () => {
  it("takes it out of expiry, and gives it its full time back when it is let go", async () => {
    const rooms = new TestRooms();
    const id = await finished(rooms);
    const zips = join(rooms.folder, "zips");
    expect(keepBatch(rooms, id, true)).toEqual({ batch_id: id, keep: true, expires_at: null });
    await sweep({ ...rooms, zips }, Date.now() + 400 * dayMs);
    expect(batchStatus(rooms.db, id, false)).toMatchObject({ keep: true, expires_at: null });
    const { expires_at } = keepBatch(rooms, id, false);
    expect(Date.parse(expires_at ?? "") - Date.now()).toBeGreaterThan(dayMs - 60_000);
    expect(keepBatch(rooms, id, false).expires_at).toBe(expires_at);
    await sweep({ ...rooms, zips }, Date.now() + 2 * dayMs);
    expect(() => batchStatus(rooms.db, id, false)).toThrow(/no such batch/);
  });

  it("while it runs lasts beyond its end", async () => {
    const rooms = new TestRooms();
    const { batch_id } = await rooms.submit(1);
    keepBatch(rooms, batch_id, true);
    rooms.queue.completeItem(rooms.queue.claimItems(1)[0], { artifacts: [], counts: null }, []);
    expect(batchStatus(rooms.db, batch_id, false)).toMatchObject({ status: "completed", expires_at: null });
  });
});

describe("removing a batch", () => {
  it("takes its rows and its ZIP and leaves the others, what runs of it included", async () => {
    const rooms = new TestRooms();
    const zips = join(rooms.folder, "zips");
    mkdirSync(zips);
    const { batch_id: gone } = await rooms.submit(2);
    const { batch_id: other } = await rooms.submit(1);
    const [running] = rooms.queue.claimItems(1);
    rooms.queue.stageStarted(running, "decode", 0);
    for (const id of [gone, other]) writeFileSync(join(zips, `${id}-0123.zip`), "");
    await removeBatch({ ...rooms, zips }, gone);
    for (const table of [batchItems, artifacts, events, spans]) {
      expect(rooms.db.select().from(table).where(eq(table.batchId, gone)).all()).toEqual([]);
    }
    expect(rooms.db.select({ id: batchJobs.id }).from(batchJobs).all()).toEqual([{ id: other }]);
    expect([existsSync(join(zips, `${gone}-0123.zip`)), existsSync(join(zips, `${other}-0123.zip`))]).toEqual([
      false,
      true,
    ]);
    expect([...rooms.queue.heartbeat([running.token])]).toEqual([]);
    expect(rooms.queue.completeItem(running, { artifacts: [], counts: null }, [])).toBe(false);
    expect(rooms.queue.claimItems(5).map(({ batchId }) => batchId)).toEqual([other]);
    await expect(removeBatch({ ...rooms, zips }, gone)).rejects.toThrow(/no such batch/);
  });

  it("ends the streams of those who look on", async () => {
    const rooms = new TestRooms();
    const { batch_id } = await rooms.submit(1);
    const never = new AbortController().signal;
    const frames = batchEvents({ ...rooms, closing: never }, batch_id, null, never);
    const heard: string[] = [];
    const listening = (async () => {
      for await (const frame of frames) heard.push(Buffer.from(frame).toString());
    })();
    await expect.poll(() => heard.length).toBeGreaterThan(0);
    await removeBatch({ ...rooms, zips: join(rooms.folder, "zips") }, batch_id);
    await listening;
    expect(heard.at(-1)).toContain("event: progress");
  });
});
