import { createHash } from "node:crypto";
import { readdirSync, renameSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { expect, it } from "vitest";
import { TestRooms } from "@/tests/support/rooms";

const bytes = Buffer.from("a picture");
const key = createHash("sha256").update(bytes).digest("hex");

it("stores the same bytes once, however they come", async () => {
  const { blobs } = new TestRooms();
  expect(await blobs.write(bytes)).toEqual({ key, size: 9 });
  expect(await blobs.writeStream(Readable.from([bytes.subarray(0, 4), bytes.subarray(4)]), 100, "it")).toEqual({
    key,
    size: 9,
  });
  expect(await blobs.read(key)).toEqual(bytes);
});

it("leaves nothing of a file that is too large", async () => {
  const { blobs, folder } = new TestRooms();
  await expect(blobs.writeStream(Readable.from([bytes, bytes]), 10, "cat.png")).rejects.toThrow(/cat\.png is larger/);
  expect(readdirSync(join(folder, "incoming"))).toEqual([]);
});

it("sweeps what no row claims, once it is old", async () => {
  const { blobs } = new TestRooms();
  const kept = await blobs.write(Buffer.from("kept"));
  const old = await blobs.write(Buffer.from("old"));
  await blobs.write(Buffer.from("young"));
  const longAgo = new Date(Date.now() - 7_200_000);
  for (const blob of [kept, old]) utimesSync(blobs.path(blob.key), longAgo, longAgo);
  expect(await blobs.sweep((candidate) => candidate === kept.key, 3_600_000)).toBe(1);
  await expect(blobs.read(old.key)).rejects.toThrow(/ENOENT/);
  expect((await blobs.read(kept.key)).toString()).toBe("kept");
});

it("lets a blob be that is claimed while the sweep looks at it", async () => {
  const { blobs } = new TestRooms();
  const { key } = await blobs.write(Buffer.from("claimed"));
  const longAgo = new Date(Date.now() - 7_200_000);
  utimesSync(blobs.path(key), longAgo, longAgo);
  let asked = 0;
  expect(await blobs.sweep(() => ++asked > 1, 3_600_000)).toBe(0);
  expect(asked).toBe(2);
  expect((await blobs.read(key)).toString()).toBe("claimed");
});

it("brings back a claimed blob that a killed sweep had moved aside", async () => {
  const { blobs, folder } = new TestRooms();
  const { key } = await blobs.write(Buffer.from("claimed"));
  renameSync(blobs.path(key), join(folder, "incoming", key));
  await blobs.sweep(() => true, 3_600_000);
  expect((await blobs.read(key)).toString()).toBe("claimed");
});

it("takes no path for a key", () => {
  const { blobs } = new TestRooms();
  expect(() => blobs.path("../../etc/passwd")).toThrow(/Not a blob key/);
});
