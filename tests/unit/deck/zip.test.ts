import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import JSZip from "jszip";
import { afterAll, describe, expect, test } from "vitest";
import { ZipFile } from "@/lib/pipelines/deck/package/zip";

const folder = mkdtempSync(join(tmpdir(), "zip-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Text that compresses badly, so that a long one stays long. */
const noise = (length: number) => Array.from({ length }, (_, i) => ((i * 7919) % 104_729).toString(36)).join("");

async function write(name: string, parts: Record<string, string>): Promise<string> {
  const path = join(folder, name);
  const zip = await ZipFile.open(path);
  const packing = Object.entries(parts).map(
    ([part, content]) => [part, zip.pack(Buffer.from(content), part.endsWith(".png"))] as const,
  );
  for (const [part, packed] of packing) await zip.add(part, await packed);
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

  test("has a part's bytes whatever was packed before it", async () => {
    const zip = await ZipFile.open(join(folder, "alone.zip"));
    const [first, , again] = await Promise.all(
      [noise(3000), noise(200_000), noise(3000)].map((text) => zip.pack(Buffer.from(text), false)),
    );
    await zip.close();
    expect(again).toEqual(first);
  });

  test("gives up what is being packed when it is closed", async () => {
    const zip = await ZipFile.open(join(folder, "closed.zip"));
    const packing = zip.pack(Buffer.from(noise(3_000_000)), false);
    const refused = expect(packing).rejects.toThrow();
    await zip.close();
    await refused;
  });
});
