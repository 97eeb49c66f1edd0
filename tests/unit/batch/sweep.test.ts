import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { batchItems, batchJobs } from "@/db/schema";
import { cancelBatch } from "@/lib/batch/cancel";
import { batchZip } from "@/lib/batch/download";
import { sweep } from "@/lib/batch/sweep";
import { TestRooms } from "@/tests/support/rooms";

const { signal } = new AbortController();

it("removes an expired batch with all that was its own, and leaves the others", async () => {
  const rooms = new TestRooms({ TRACEPRESS_JOB_TTL_HOURS: "24" });
  const zips = join(rooms.folder, "zips");
  mkdirSync(zips);
  const old = await rooms.submit(1);
  const young = await rooms.submit(2);
  for (const id of [old.batch_id, young.batch_id]) {
    cancelBatch(rooms, id);
    writeFileSync(join(zips, `${id}-0123.json`), "[]");
  }
  const source = rooms.db.select().from(batchItems).where(eq(batchItems.batchId, young.batch_id)).all()[1].source;
  const longAgo = new Date(Date.now() - 7_200_000);
  utimesSync(rooms.blobs.path(source), longAgo, longAgo);
  rooms.db.update(batchJobs).set({ expiresAt: 1 }).where(eq(batchJobs.id, old.batch_id)).run();

  expect(await sweep({ ...rooms, zips })).toEqual({ batches: 1, files: 1 });

  expect(rooms.db.select({ id: batchJobs.id }).from(batchJobs).all()).toEqual([{ id: young.batch_id }]);
  expect(readdirSync(zips)).toEqual([`${young.batch_id}-0123.json`]);
  expect(existsSync(rooms.blobs.path(source))).toBe(true);
});

it("removes what a kill left of a ZIP that was being packed, and never what a download is made of", async () => {
  const rooms = new TestRooms();
  const folder = join(rooms.folder, "zips");
  const batch_id = await rooms.finishedPage();
  const zip = await batchZip({ ...rooms, folder }, batch_id, true, signal);
  const whole = readdirSync(folder);
  const left = ["old.bytes", "old.json.part", "young.bytes", "young.json.part"].map(
    (name) => `${batch_id}-0123-${name}`,
  );
  for (const name of left) writeFileSync(join(folder, name), "");
  const longAgo = new Date(Date.now() - 7_200_000);
  for (const name of [...whole, ...left.slice(0, 2)]) utimesSync(join(folder, name), longAgo, longAgo);
  expect(await sweep({ ...rooms, zips: folder })).toMatchObject({ files: 2 });
  expect(readdirSync(folder).toSorted()).toEqual([...whole, ...left.slice(2)].toSorted());
  expect(await batchZip({ ...rooms, folder }, batch_id, true, signal)).toEqual(zip);
});

it("leaves a file that came with a request which may still go on", async () => {
  const blobs = async (settings: Record<string, string>) => {
    const rooms = new TestRooms(settings);
    const { key } = await rooms.blobs.write(Buffer.from("the first file of a long form"));
    const longAgo = new Date(Date.now() - 7_200_000);
    utimesSync(rooms.blobs.path(key), longAgo, longAgo);
    return (await sweep({ ...rooms, zips: join(rooms.folder, "zips") })).files;
  };
  expect(await blobs({})).toBe(1);
  expect(await blobs({ TRACEPRESS_REQUEST_SECONDS: "7200" })).toBe(0);
  expect(await blobs({ TRACEPRESS_CLOSING_STAGE_SECONDS: "7200" })).toBe(0);
});
