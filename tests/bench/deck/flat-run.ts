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
  /** Peak resident memory of the process. */
  megabytes: number;
}

/** Slides made first and not measured, so that a small deck does not pay for compiling the code. */
const warmUp = 200;
/** Distinct icons; a deck of more repeats them. */
const distinct = 1000;

async function run(count: number): Promise<FlatRun> {
  const icons: Sample[] = [];
  for (const set of iconSetNames) {
    const found = await iconSamples(set, distinct / iconSetNames.length);
    if ("absent" in found) throw new Error(found.absent);
    icons.push(...found.samples);
  }
  // In turns, so that a deck of any size holds each set in equal shares.
  const mixed = icons.map((_, i) => icons[(i * 251) % icons.length]);
  const work = await mkdtemp(join(tmpdir(), "deck-flat-"));
  const fonts = new FontBook();
  try {
    await makeDeck(mixed.slice(0, warmUp), join(work, "warm.pptx"), fonts);
    const sources = Array.from({ length: count }, (_, i) => mixed[i % mixed.length]);
    const begun = performance.now();
    await makeDeck(sources, join(work, "deck.pptx"), fonts);
    const millisecondsPerSlide = (performance.now() - begun) / count;
    return { slides: count, millisecondsPerSlide, megabytes: process.resourceUsage().maxRSS / 1024 };
  } finally {
    await rm(work, { recursive: true });
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  run(Number(process.argv[2])).then((measured) => console.log(JSON.stringify(measured)));
}
