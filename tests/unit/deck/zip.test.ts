import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import JSZip from "jszip";
import { afterAll, describe, expect, test } from "vitest";
import { openPromise } from "yauzl";
import { ZipFile } from "@/lib/pipelines/deck/package/zip";
import { directoryRecord, endRecords, localRecord } from "@/lib/pipelines/deck/package/zip-records";

const folder = mkdtempSync(join(tmpdir(), "zip-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Text that compresses badly, so that a long one stays long. */
const noise = (length: number) => Array.from({ length }, (_, i) => ((i * 7919) % 104_729).toString(36)).join("");

async function write(name: string, parts: Record<string, string>): Promise<string> {
  const path = join(folder, name);
  const zip = await ZipFile.open(path);
  for (const [part, content] of Object.entries(parts)) await zip.add(part, Buffer.from(content), part.endsWith(".png"));
  const length = await zip.finish();
  await zip.close();
  expect(readFileSync(path)).toHaveLength(length);
  return path;
}

describe("a deck's ZIP", () => {
  test("holds each part as it was, small or large, compressed or stored, whatever its name", async () => {
    const parts = { "empty.xml": "", "größe.xml": "<a/>", "large.xml": noise(40_000), "picture.png": noise(20_000) };
    const zip = await JSZip.loadAsync(readFileSync(await write("parts.zip", parts)), { checkCRC32: true });
    for (const [name, content] of Object.entries(parts)) expect(await zip.file(name)?.async("string")).toBe(content);
  });

  test("may hold more parts than a plain directory can count", async () => {
    const nothing = Buffer.from([3, 0]);
    const records: Buffer[] = [];
    const directory: Buffer[] = [];
    let offset = 0;
    for (let index = 0; index < 65_600; index++) {
      const part = { name: `${index}`, crc: 0, compressed: nothing.length, size: 0, offset };
      const record = Buffer.concat([localRecord(part), nothing]);
      records.push(record);
      directory.push(directoryRecord(part));
      offset += record.length;
    }
    const listed = Buffer.concat(directory);
    const path = join(folder, "many.zip");
    writeFileSync(path, Buffer.concat([...records, listed, endRecords(65_600, { offset, length: listed.length })]));
    const zip = await openPromise(path);
    expect(zip.entryCount).toBe(65_600);
    expect((await zip.eachEntry().next()).value?.fileName).toBe("0");
    zip.close();
  });

  test("may be larger than 4 GiB: its places are then in ZIP64", () => {
    const offset = 5 * 2 ** 30;
    const record = directoryRecord({ name: "a", crc: 0, compressed: 1, size: 1, offset });
    expect(record.readUInt32LE(42)).toBe(0xffff_ffff);
    expect(Number(record.readBigUInt64LE(46 + 1 + 4))).toBe(offset);
    const end = endRecords(1, { offset, length: record.length });
    expect(Number(end.readBigUInt64LE(48))).toBe(offset);
  });
});
