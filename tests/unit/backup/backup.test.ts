import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { openDatabase } from "@/db/client";
import { batchItems, batchJobs } from "@/db/schema";
import { backUp } from "@/lib/backup/backup";
import { restore } from "@/lib/backup/restore";
import { removeBatch } from "@/lib/batch/remove";
import { sweep } from "@/lib/batch/sweep";
import { BlobStore } from "@/lib/files/blobs";
import { makeFilesOld } from "@/tests/chaos/neglect";
import { TestRooms } from "@/tests/support/rooms";

const { signal } = new AbortController();

/** A house with a batch of two pictures, and the places of a backup and of a second house. */
async function house() {
  const rooms = new TestRooms();
  const { batch_id } = await rooms.submit(2);
  return { rooms, id: batch_id, folder: join(rooms.folder, "backup"), data: join(rooms.folder, "restored") };
}

const blobsIn = (folder: string): string[] =>
  readdirSync(join(folder, "blobs"), { recursive: true, encoding: "utf8" }).filter((name) => name.length > 64);

it("what is restored is what was backed up, and works", async () => {
  const { rooms, id, folder, data } = await house();
  const report = await backUp(rooms.folder, folder, signal);
  expect(report).toMatchObject({ batches: 1, blobs: 2 });
  await restore(folder, data, false, signal);
  const db = openDatabase(data);
  expect(db.$client.pragma("integrity_check", { simple: true })).toBe("ok");
  const items = db.select().from(batchItems).where(eq(batchItems.batchId, id)).all();
  expect(items).toEqual(rooms.db.select().from(batchItems).where(eq(batchItems.batchId, id)).all());
  const blobs = new BlobStore(data);
  for (const { source } of items) expect(await blobs.read(source)).toEqual(await rooms.blobs.read(source));
  db.$client.close();
});

it("a second backup copies only what is new and drops what is gone", async () => {
  const { rooms, id, folder } = await house();
  await backUp(rooms.folder, folder, signal);
  const [first] = blobsIn(folder);
  const before = readFileSync(join(folder, "blobs", first));
  await rooms.submit(3);
  expect(await backUp(rooms.folder, folder, signal)).toMatchObject({ batches: 2, blobs: 3 });
  expect(readFileSync(join(folder, "blobs", first))).toEqual(before);
  await removeBatch({ db: rooms.db, bell: rooms.bell, zips: join(rooms.folder, "zips") }, id);
  rooms.db.delete(batchJobs).run();
  expect(await backUp(rooms.folder, folder, signal)).toMatchObject({ batches: 0, blobs: 0 });
  expect(blobsIn(folder)).toEqual([]);
});

it("a batch that is removed and swept while it is copied is no part of the backup, which is whole all the same", async () => {
  const { rooms, folder, data } = await house();
  const { batch_id } = await rooms.submit(1);
  const lease = rooms.queue.claimItems(3).find(({ batchId }) => batchId === batch_id) ?? expect.fail("no lease");
  const drafts = Array.from({ length: 60 }, async (_, index) => ({
    name: `pages/${index}.png`,
    media_type: "image/png",
    blob: await rooms.blobs.write(Buffer.alloc(500_000, index)),
    role: "output" as const,
  }));
  rooms.queue.completeItem(lease, { artifacts: await Promise.all(drafts), counts: null }, []);
  const backup = backUp(rooms.folder, folder, signal);
  while (!existsSync(join(folder, "blobs")) || blobsIn(folder).length < 5) await setImmediate();
  await removeBatch({ db: rooms.db, bell: rooms.bell, zips: join(rooms.folder, "zips") }, batch_id);
  makeFilesOld(rooms.folder);
  const { files } = await sweep({ ...rooms, zips: join(rooms.folder, "zips") });
  expect(files, "files that the sweep took").toBe(60);
  expect(blobsIn(folder).length, "files that were copied before the sweep was done").toBeLessThan(62);
  expect(await backup).toMatchObject({ batches: 1, blobs: 2 });
  expect(blobsIn(folder)).toHaveLength(2);
  expect(await restore(folder, data, false, signal)).toMatchObject({ batches: 1, blobs: 2 });
});

it("a folder that holds other things is not written to", async () => {
  const { rooms, folder } = await house();
  mkdirSync(folder);
  writeFileSync(join(folder, "diary.txt"), "mine");
  await expect(backUp(rooms.folder, folder, signal)).rejects.toMatchObject({ code: "conflict" });
  expect(readdirSync(folder)).toEqual(["diary.txt"]);
});

it("a lost or damaged file ends the backup with its name, and the earlier backup stays whole", async () => {
  const { rooms, folder, data } = await house();
  await backUp(rooms.folder, folder, signal);
  const { batch_id } = await rooms.submit(3);
  const item = rooms.db.select().from(batchItems).where(eq(batchItems.batchId, batch_id)).all()[2];
  writeFileSync(rooms.blobs.path(item.source), "other bytes");
  await expect(backUp(rooms.folder, folder, signal)).rejects.toThrow(/damaged/);
  rmSync(rooms.blobs.path(item.source));
  await expect(backUp(rooms.folder, folder, signal)).rejects.toThrow(new RegExp(`${item.source} is lost`));
  expect(await restore(folder, data, false, signal)).toMatchObject({ batches: 1 });
});

it("a data folder that is not empty is only written over when told, and never under its server", async () => {
  const { rooms, id, folder, data } = await house();
  await backUp(rooms.folder, folder, signal);
  await expect(restore(folder, rooms.folder, false, signal)).rejects.toThrow(/--overwrite/);
  await expect(restore(folder, rooms.folder, true, signal)).rejects.toThrow(/Stop it first/);

  const other = openDatabase(data);
  other.$client.close();
  await expect(restore(folder, data, false, signal)).rejects.toMatchObject({ code: "conflict" });
  await restore(folder, data, true, signal);
  const db = openDatabase(data);
  expect(
    db
      .select()
      .from(batchJobs)
      .all()
      .map((batch) => batch.id),
  ).toEqual([id]);
  db.$client.close();
});

it("what had an hour left when it was backed up has an hour left when it comes back", async () => {
  const { rooms, id, folder, data } = await house();
  const hour = 3_600_000;
  await backUp(rooms.folder, folder, signal);
  const aged = openDatabase(folder);
  const report = JSON.parse(readFileSync(join(folder, "backup.json"), "utf8"));
  aged
    .update(batchJobs)
    .set({ expiresAt: Date.parse(report.made_at) - 47 * hour })
    .run();
  aged.$client.pragma("journal_mode = DELETE");
  aged.$client.close();
  report.made_at = new Date(Date.parse(report.made_at) - 48 * hour).toISOString();
  writeFileSync(join(folder, "backup.json"), JSON.stringify(report));
  await restore(folder, data, false, signal);
  const db = openDatabase(data);
  const left = (db.select().from(batchJobs).where(eq(batchJobs.id, id)).get()?.expiresAt ?? 0) - Date.now();
  expect(left).toBeGreaterThan(0.9 * hour);
  expect(left).toBeLessThanOrEqual(hour);
  db.$client.close();
});

it("half a backup is none", async () => {
  const { rooms, folder, data } = await house();
  await backUp(rooms.folder, folder, signal);
  rmSync(join(folder, "backup.json"));
  await expect(restore(folder, data, false, signal)).rejects.toMatchObject({ code: "not_found" });
  expect(existsSync(data)).toBe(false);
});
