import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FontBook } from "@/lib/pipelines/deck/fonts";
import { makeDeck } from "./deck";
import { soffice } from "./office";
import type { Sample } from "./samples";

/** Wall-clock seconds a file, side by side in one process on one machine. */
export interface Speed {
  ours: { files: number; perFile: number };
  /** Null where LibreOffice is not installed. Its start is part of its time, as ours is of ours. */
  office: { files: number; perFile: number } | null;
}

/** So many files LibreOffice converts in one call. */
const officeFiles = 60;

/** One deck of all samples, against LibreOffice's pictures on slides of an even sample of the same files. */
export async function takeSpeed(samples: readonly Sample[], fonts: FontBook, withOffice: boolean): Promise<Speed> {
  const work = await mkdtemp(join(tmpdir(), "deck-speed-"));
  try {
    const seconds = await timed(() => makeDeck(samples, join(work, "deck.pptx"), fonts));
    const ours = { files: samples.length, perFile: seconds / samples.length };
    return { ours, office: withOffice ? await officeSpeed(samples, work) : null };
  } finally {
    await rm(work, { recursive: true });
  }
}

async function officeSpeed(samples: readonly Sample[], work: string): Promise<Speed["office"]> {
  const step = Math.max(1, Math.floor(samples.length / officeFiles));
  const chosen = samples.filter((_, i) => i % step === 0).slice(0, officeFiles);
  const files = chosen.map((_, i) => join(work, `${i}.svg`));
  await Promise.all(chosen.map(({ bytes }, i) => writeFile(files[i], bytes)));
  const seconds = await timed(() => soffice("pptx", files, work));
  return { files: files.length, perFile: seconds / files.length };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}
