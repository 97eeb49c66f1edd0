// What tracing costs: the same deck batch with every element's decisions and all spans kept, and with neither.
//
//   npm run bench:trace [slides]
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { deckOptionsSchema } from "@/lib/contracts/deck";
import { spanId } from "@/lib/ids";
import { deck } from "@/lib/pipelines/deck";
import { deckWork } from "@/lib/pipelines/deck/work";
import type { StageFiles } from "@/lib/pipelines/pipeline";
import { type RunObserver, stageRunner } from "@/lib/pipelines/run";
import { Recorder } from "@/lib/worker/recorder";
import { MemoryFiles } from "../support/memory-files";

const slides = Number(process.argv[2] ?? 60);
const rounds = 5;
const folder = "public/samples/deck";
const drawings = readdirSync(folder).map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));

const silent: RunObserver = {
  stageStarted() {},
  kept() {},
  openSpan: () => ({ set() {}, event() {}, end() {} }),
};

/** Processor seconds for all slides. */
async function batch(traced: boolean): Promise<number> {
  const files: StageFiles = new MemoryFiles();
  const sources = await Promise.all(drawings.map(async ({ name, bytes }) => ({ name, ...(await files.write(bytes)) })));
  const options = {
    ...deckOptionsSchema.parse({ enable_debug: traced }),
    preprocessing_preset: "default",
    generate_previews: true,
  } as const;
  const before = process.cpuUsage();
  for (let index = 0; index < slides; index++) {
    const { name, key } = sources[index % sources.length];
    const observer = traced ? new Recorder(spanId(), deck.itemStages, () => {}) : silent;
    const stage = stageRunner(observer, files, new AbortController().signal);
    const job = { index, name, slug: `${index}`, prompt: "", source: key, attempt: 1, limits: { maxPixels: 1e8 } };
    await deckWork.runItem({ ...job, options }, stage);
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

await batch(true);
await batch(false);
const on: number[] = [];
const off: number[] = [];
for (let round = 0; round < rounds; round++) {
  off.push(await batch(false));
  on.push(await batch(true));
}
const middle = (values: number[]) => [...values].sort((one, other) => one - other)[values.length >> 1];
const cost = middle(on) / middle(off) - 1;
console.log(`${slides} slides, median of ${rounds} rounds, processor time`);
console.log(`  without tracing  ${((1000 * middle(off)) / slides).toFixed(2)} ms a slide`);
console.log(`  with tracing     ${((1000 * middle(on)) / slides).toFixed(2)} ms a slide`);
console.log(`  tracing costs    ${(100 * cost).toFixed(1)} %  (aim: under 3 %)`);
