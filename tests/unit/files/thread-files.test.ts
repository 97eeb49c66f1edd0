import { existsSync, readdirSync, rmSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ThreadFiles } from "@/lib/files/thread-files";
import { TestRooms } from "@/tests/support/rooms";

const bytes = Buffer.from("a page");

it("what a thread writes is a blob once it is settled, and can be read by its task before", async () => {
  const { blobs, folder } = new TestRooms();
  const files = new ThreadFiles(blobs);
  const { key, size } = await files.write(bytes);
  expect(size).toBe(6);
  expect(existsSync(blobs.path(key))).toBe(false);
  expect(await files.read(key)).toEqual(bytes);
  await blobs.settle(files.written);
  expect(await blobs.read(key)).toEqual(bytes);
  expect(readdirSync(join(folder, "incoming"))).toEqual([]);
});

it("writes the same bytes once, also those that a blob has", async () => {
  const { blobs } = new TestRooms();
  const { key } = await blobs.write(Buffer.from("there already"));
  const longAgo = new Date(Date.now() - 7_200_000);
  utimesSync(blobs.path(key), longAgo, longAgo);
  const files = new ThreadFiles(blobs);
  await files.write(bytes);
  await files.write(bytes);
  expect((await files.write(Buffer.from("there already"))).key).toBe(key);
  expect(files.written).toHaveLength(1);
  // Its row may come later than the next sweep.
  expect(statSync(blobs.path(key)).mtimeMs).toBeGreaterThan(longAgo.getTime() + 1000);
});

it("a file that cannot be settled is said", async () => {
  const { blobs } = new TestRooms();
  const files = new ThreadFiles(blobs);
  const { key } = await files.write(bytes);
  rmSync(files.written[0].temporary);
  await expect(blobs.settle(files.written)).rejects.toThrow(/ENOENT/);
  expect(existsSync(blobs.path(key))).toBe(false);
});
