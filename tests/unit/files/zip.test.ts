import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { writeZip, type ZipEntry } from "@/lib/files/zip";
import { TestRooms } from "@/tests/support/rooms";
import { readZip } from "@/tests/support/zip";

const date = new Date("2026-01-02T03:04:06Z");

it("packs files in the order given, the same bytes each time", async () => {
  const { folder } = new TestRooms();
  const picture = join(folder, "picture");
  writeFileSync(picture, Buffer.alloc(5000, 7));
  const entries: ZipEntry[] = [
    { name: "pages/001-猫.png", path: picture },
    { name: "pages/001-猫.svg", path: picture },
    { name: "manifest.json", bytes: Buffer.from("{}") },
  ];
  const [a, b] = [join(folder, "a.zip"), join(folder, "b.zip")];
  await writeZip(a, entries, date);
  await writeZip(b, entries, date);
  const hash = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");
  expect(hash(a)).toBe(hash(b));
  const files = await readZip(readFileSync(a));
  expect([...files.keys()].sort()).toEqual(["manifest.json", "pages/001-猫.png", "pages/001-猫.svg"]);
  expect(files.get("pages/001-猫.png")).toEqual(Buffer.alloc(5000, 7));
});

it("leaves no half of a ZIP when a file is missing", async () => {
  const { folder } = new TestRooms();
  const target = join(folder, "zips", "broken.zip");
  await expect(writeZip(target, [{ name: "gone.png", path: join(folder, "gone") }], date)).rejects.toThrow();
  expect(readdirSync(join(folder, "zips"))).toEqual([]);
});
