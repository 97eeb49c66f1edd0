import { existsSync, readdirSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { cancelBatch } from "@/lib/batch/cancel";
import { batchZip, type Download } from "@/lib/batch/download";
import { TestRooms } from "@/tests/support/rooms";

/** A batch of two pages, of which one is finished at each call of `finish`. */
async function twoPages() {
  const rooms = new TestRooms();
  const folder = join(rooms.folder, "zips");
  const { batch_id } = await rooms.submit(2);
  const leases = rooms.queue.claimItems(2);
  const finish = async () => {
    const lease = leases.shift();
    if (!lease) throw new Error("Both are finished");
    const blob = await rooms.blobs.write(Buffer.from(`page ${lease.index}`));
    const page = { name: `pages/${lease.slug}.png`, media_type: "image/png", blob, role: "output" } as const;
    rooms.queue.completeItem(lease, { artifacts: [page], counts: null }, []);
  };
  const { signal } = new AbortController();
  return { folder, finish, take: () => batchZip({ ...rooms, folder }, batch_id, true, signal) };
}

const isWhole = ({ parts }: Download): boolean => parts.every(({ path }) => existsSync(path));

test("a download of what is finished so far is not broken by the next one, which has more in it", async () => {
  const { finish, take } = await twoPages();
  await finish();
  const first = await take();
  await finish();
  const second = await take();
  expect(second.etag).not.toBe(first.etag);
  expect([isWhole(first), isWhole(second)]).toEqual([true, true]);
});

test("a ZIP that is out of date is gone once nobody can be about to read it", async () => {
  const { folder, finish, take } = await twoPages();
  await finish();
  await take();
  const longAgo = new Date(Date.now() - 120_000);
  for (const name of readdirSync(folder)) utimesSync(join(folder, name), longAgo, longAgo);
  await finish();
  expect(isWhole(await take())).toBe(true);
  expect(readdirSync(folder)).toHaveLength(2);
});

test("whoever leaves while a ZIP is packed leaves it to the others", async () => {
  const rooms = new TestRooms();
  const folder = join(rooms.folder, "zips");
  const batch_id = await rooms.finishedPage();
  const leaving = new AbortController();
  const left = batchZip({ ...rooms, folder }, batch_id, true, leaving.signal);
  const stayed = batchZip({ ...rooms, folder }, batch_id, true, new AbortController().signal);
  leaving.abort(new Error("gone"));
  await expect(left).rejects.toThrow("gone");
  expect(isWhole(await stayed)).toBe(true);
});

test("who asks for a batch that has ended with nothing is told so, and not to wait", async () => {
  const rooms = new TestRooms();
  const { signal } = new AbortController();
  const why = (id: string) =>
    batchZip({ ...rooms, folder: join(rooms.folder, "zips") }, id, true, signal).catch(String);
  const [failed, cancelled] = [await rooms.submit(1), await rooms.submit(1)].map(({ batch_id }) => batch_id);
  expect(await why(failed)).toContain("Nothing is finished yet");
  const [lease] = rooms.queue.claimItems(1);
  rooms.queue.failItem(lease, { code: "page_rejected", message: "No page.", stage: null, retryable: false }, []);
  cancelBatch(rooms, cancelled);
  expect(await why(failed)).toContain("Nothing came of this batch");
  expect(await why(cancelled)).toContain("was cancelled before anything was finished");
});
