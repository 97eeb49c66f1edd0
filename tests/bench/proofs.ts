// What the trace's pictures of a coloring page's stages cost: the same pages with and without them.
//
//   npm run bench:proofs [folder of pictures]
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { coloringOptionsSchema } from "@/lib/contracts/coloring";
import { coloringWork } from "@/lib/pipelines/coloring/work";
import { type RunObserver, stageRunner } from "@/lib/pipelines/run";
import { MemoryFiles } from "../support/memory-files";

const rounds = 5;
const folder = process.argv[2] ?? "public/samples";
const pictures = readdirSync(folder)
  .filter((name) => /\.(jpe?g|png)$/i.test(name))
  .slice(0, 6)
  .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));

/** Bytes of the proofs of a page, by name. */
const proofBytes = new Map<string, number>();
const silent: RunObserver = {
  stageStarted() {},
  openSpan: () => ({ set() {}, event() {}, end() {} }),
  kept: ({ name, blob }) => void proofBytes.set(name, blob.size),
};

/** Processor milliseconds a page, and bytes of proofs a page. */
async function pages(enable_debug: boolean): Promise<{ ms: number; bytes: number }> {
  const files = new MemoryFiles();
  let bytes = 0;
  const before = process.cpuUsage();
  for (const [index, { name, bytes: picture }] of pictures.entries()) {
    const { key } = await files.write(picture);
    const stage = stageRunner(silent, files, new AbortController().signal);
    const about = { index, name, slug: `${index}`, prompt: "", source: key, attempt: 1, limits: { maxPixels: 1e8 } };
    proofBytes.clear();
    await coloringWork.runItem({ ...about, options: coloringOptionsSchema.parse({ enable_debug }) }, stage);
    for (const size of proofBytes.values()) bytes += size;
  }
  const { user, system } = process.cpuUsage(before);
  return { ms: (user + system) / 1e3 / pictures.length, bytes: bytes / pictures.length };
}

await pages(true);
await pages(false);
const on: number[] = [];
const off: number[] = [];
let bytes = 0;
for (let round = 0; round < rounds; round++) {
  off.push((await pages(false)).ms);
  const kept = await pages(true);
  on.push(kept.ms);
  bytes = kept.bytes;
}
const middle = (values: number[]) => [...values].sort((one, other) => one - other)[values.length >> 1];
console.log(`${pictures.length} pages, median of ${rounds} rounds, processor time`);
console.log(`  without proofs  ${middle(off).toFixed(1)} ms a page`);
console.log(`  with proofs     ${middle(on).toFixed(1)} ms a page, ${(bytes / 1000).toFixed(0)} kB kept`);
console.log(`  proofs cost     ${(100 * (middle(on) / middle(off) - 1)).toFixed(1)} %`);
