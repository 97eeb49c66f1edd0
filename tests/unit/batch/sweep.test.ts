import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { batchItems, batchJobs } from "@/db/schema";
import { cancelBatch } from "@/lib/batch/cancel";
import { sweep } from "@/lib/batch/sweep";
import { TestRooms } from "@/tests/support/rooms";

it("removes an expired batch with all that was its own, and leaves the others", async () => {
  const rooms = new TestRooms({ TRACEPRESS_JOB_TTL_HOURS: "24" });
  const zips = join(rooms.folder, "zips");
  mkdirSync(zips);
  const old = await rooms.submit(1);
  const young = await rooms.submit(2);
  for (const id of [old.batch_id, young.batch_id]) {
    cancelBatch(rooms, id);
    writeFileSync(join(zips, `${id}-0123.zip`), "");
  }
  const source = rooms.db.select().from(batchItems).where(eq(batchItems.batchId, young.batch_id)).all()[1].source;
  const longAgo = new Date(Date.now() - 7_200_000);
  utimesSync(rooms.blobs.path(source), longAgo, longAgo);
  rooms.db.update(batchJobs).set({ expiresAt: 1 }).where(eq(batchJobs.id, old.batch_id)).run();

  expect(await sweep({ ...rooms, zips })).toEqual({ batches: 1, files: 1 });

  expect(rooms.db.select({ id: batchJobs.id }).from(batchJobs).all()).toEqual([{ id: young.batch_id }]);
  expect(readdirSync(zips)).toEqual([`${young.batch_id}-0123.zip`]);
  expect(existsSync(rooms.blobs.path(source))).toBe(true);
});

it("removes a ZIP that was never finished, once nobody can write it any more", async () => {
  const rooms = new TestRooms();
  const zips = join(rooms.folder, "zips");
  mkdirSync(zips);
  const { batch_id } = await rooms.submit(1);
  const [old, young] = ["old", "young"].map((name) => `${batch_id}-0123.zip.${name}.part`);
  for (const name of [old, young]) writeFileSync(join(zips, name), "");
  const longAgo = new Date(Date.now() - 7_200_000);
  utimesSync(join(zips, old), longAgo, longAgo);
  expect(await sweep({ ...rooms, zips })).toMatchObject({ files: 1 });
  expect(readdirSync(zips)).toEqual([young]);
});
