import { readdirSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { partsStream } from "@/lib/files/parts";
import { packedZip, packZip, type ZipEntry } from "@/lib/files/zip/pack";
import { TestRooms } from "@/tests/support/rooms";
import { readZip } from "@/tests/support/zip";

const date = new Date("2026-01-02T03:04:06Z");
const places = (folder: string, name: string) => ({ list: join(folder, `${name}.json`), bytes: join(folder, name) });

/** The archive, or the bytes from `start` to `end` of it. */
async function archive(list: string, start = 0, end = Number.MAX_SAFE_INTEGER): Promise<Buffer> {
  return Buffer.from(await new Response(partsStream(await packedZip(list), start, end)).arrayBuffer());
}

function threeFiles(folder: string): ZipEntry[] {
  const picture = join(folder, "picture");
  writeFileSync(picture, Buffer.alloc(700_000, 7));
  return [
    { name: "pages/001-猫.png", path: picture },
    { name: "pages/001-猫.svg", path: picture },
    { name: "manifest.json", bytes: Buffer.from("{}") },
  ];
}

it("packs files in the order given, the same bytes each time, and stores what is compressed already", async () => {
  const { folder } = new TestRooms();
  const entries = threeFiles(folder);
  const [a, b] = [places(folder, "a"), places(folder, "b")];
  await packZip(a, entries, date);
  await packZip(b, entries, date);
  const bytes = await archive(a.list);
  expect(bytes.equals(await archive(b.list))).toBe(true);
  const files = await readZip(bytes);
  expect([...files.keys()]).toEqual(["pages/001-猫.png", "pages/001-猫.svg", "manifest.json"]);
  for (const name of ["pages/001-猫.png", "pages/001-猫.svg"]) {
    expect(files.get(name)?.equals(Buffer.alloc(700_000, 7)), name).toBe(true);
  }
  expect(bytes.length).toBeGreaterThan(700_000);
  expect(bytes.length).toBeLessThan(710_000);
});

it("any piece of it is the same piece of the whole", async () => {
  const { folder } = new TestRooms();
  const place = places(folder, "zip");
  await packZip(place, threeFiles(folder), date);
  const whole = await archive(place.list);
  const last = whole.length - 1;
  const starts = [0, 1, 45, 46, 47, 262_144, 700_040, 700_046, 700_100, last - 30, last];
  for (const start of starts) {
    for (const end of [start, start + 1, start + 300_000, last]) {
      const piece = await archive(place.list, start, end);
      expect(piece.equals(whole.subarray(start, end + 1)), `${start} to ${end}`).toBe(true);
    }
  }
});

it("is read to its end although it was removed meanwhile", async () => {
  const { folder } = new TestRooms();
  const place = places(folder, "zip");
  await packZip(place, threeFiles(folder), date);
  const whole = await archive(place.list);
  const reader = partsStream(await packedZip(place.list), 0, Number.MAX_SAFE_INTEGER).getReader();
  const chunks = [(await reader.read()).value];
  await Promise.all([place.list, place.bytes].map((path) => rm(path)));
  for (let next = await reader.read(); !next.done; next = await reader.read()) chunks.push(next.value);
  expect(Buffer.concat(chunks.map((chunk) => chunk ?? Buffer.alloc(0))).equals(whole)).toBe(true);
});

it("leaves no half of a ZIP when a file is missing", async () => {
  const { folder } = new TestRooms();
  const place = places(join(folder, "zips"), "broken");
  await expect(packZip(place, [{ name: "gone.png", path: join(folder, "gone") }], date)).rejects.toThrow();
  expect(readdirSync(join(folder, "zips"))).toEqual([]);
});

it("a file that became shorter ends the download instead of filling it up", async () => {
  const { folder } = new TestRooms();
  const place = places(folder, "zip");
  const entries = threeFiles(folder);
  await packZip(place, entries, date);
  writeFileSync(join(folder, "picture"), "short");
  await expect(archive(place.list)).rejects.toThrow(/shorter than it was/);
});
