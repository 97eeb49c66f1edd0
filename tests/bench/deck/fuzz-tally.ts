import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SlideParts } from "@/lib/pipelines/deck/embed";
import { PackageWriter } from "@/lib/pipelines/deck/package";
import { slideSize } from "@/lib/pipelines/deck/page";
import { faultsOf } from "../../support/deck";
import type { Outcome } from "./converter";

/** What a run of mutants came to. */
export interface Tally {
  mutants: number;
  slides: number;
  refused: Record<string, number>;
  crashes: number;
  hangs: number;
  /** Decks that the validator finds a fault in. */
  invalid: number;
  /** Over ten seconds of processor time; so is the slowest. */
  slow: number;
  slowest_ms: number;
  /** Name of that one. */
  slowest: string;
}

export const emptyTally = (): Tally => ({
  mutants: 0,
  slides: 0,
  refused: {},
  crashes: 0,
  hangs: 0,
  invalid: 0,
  slow: 0,
  slowest_ms: 0,
  slowest: "",
});

const slowMilliseconds = 10_000;

/** @returns whether it is the slowest so far. */
export function count(tally: Tally, name: string, outcome: Outcome): boolean {
  tally.mutants++;
  if (outcome.milliseconds > slowMilliseconds) tally.slow++;
  if (outcome.kind === "slide") tally.slides++;
  if (outcome.kind === "crash") tally.crashes++;
  if (outcome.kind === "hang") tally.hangs++;
  if (outcome.kind === "refused") tally.refused[outcome.code] = (tally.refused[outcome.code] ?? 0) + 1;
  if (outcome.milliseconds <= tally.slowest_ms) return false;
  tally.slowest_ms = Math.round(outcome.milliseconds);
  tally.slowest = name;
  return true;
}

/** What the validator finds in one deck of these slides. */
export async function faultsIn(slides: readonly SlideParts[]): Promise<unknown[]> {
  if (slides.length === 0) return [];
  const folder = await mkdtemp(join(tmpdir(), "fuzz-"));
  const deck = join(folder, "deck.pptx");
  try {
    const writer = await PackageWriter.open(deck, { ...slideSize("16:9", { width: 16, height: 9 }), title: "" });
    for (const parts of slides) await writer.addSlide(parts);
    await writer.finish();
    return await faultsOf(deck);
  } finally {
    await rm(folder, { recursive: true });
  }
}
