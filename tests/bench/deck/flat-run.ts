/** Makes one deck of so many icons and says what it took: node --import tsx tests/bench/deck/flat-run.ts COUNT */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { FontBook } from "@/lib/pipelines/deck/fonts";
import { makeDeck } from "./deck";
import { iconSamples, iconSetNames, type Sample } from "./samples";

export interface FlatRun {
  slides: number;
  millisecondsPerSlide: number;
  /** The same of processor time, which a machine busy with others does not change; all threads together. */
  workedPerSlide: number;
  /** Peak resident memory of the process. */
  megabytes: number;
}

/** Slides made first and not measured, so that a small deck does not pay for compiling the code. */
const warmUp = 1000;
/** Distinct icons, which every deck repeats: so that one of any size has the same slides. */
const distinct = 100;

async function run(count: number): Promise<FlatRun> {
  const icons: Sample[] = [];
  for (const set of iconSetNames) {
    const found = await iconSamples(set, distinct / iconSetNames.length);
    if ("absent" in found) throw new Error(found.absent);
    icons.push(...found.samples);
  }
  const work = await mkdtemp(join(tmpdir(), "deck-flat-"));
  const fonts = new FontBook();
  try {
    const slides = (wanted: number) => Array.from({ length: wanted }, (_, i) => icons[i % icons.length]);
    await makeDeck(slides(warmUp), join(work, "warm.pptx"), fonts);
    const begun = performance.now();
    const before = process.cpuUsage();
    await makeDeck(slides(count), join(work, "deck.pptx"), fonts);
    const { user, system } = process.cpuUsage(before);
    return {
      slides: count,
      millisecondsPerSlide: (performance.now() - begun) / count,
      workedPerSlide: (user + system) / 1000 / count,
      megabytes: process.resourceUsage().maxRSS / 1024,
    };
  } finally {
    await rm(work, { recursive: true });
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  run(Number(process.argv[2])).then((measured) => console.log(JSON.stringify(measured)));
}
