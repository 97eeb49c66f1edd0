import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import type { FontBook } from "@/lib/pipelines/deck/fonts";
import { canValidate, faultsOf } from "../../support/deck";
import { type Converted, makeDeck } from "./deck";
import { likeness, pixelsOf } from "./likeness";
import { slidePictures } from "./office";
import { referenceOf } from "./reference";
import type { Sample } from "./samples";
import { contactSheet, type Pair } from "./sheet";

/** A slide that looks at least this much like its SVG is faithful; the exact picture on a slide scores 0.87 to 1. */
export const faithful = 0.85;

/** One sample with how its slide came out; `score` is null where nothing can judge it. */
export interface Looked extends Converted {
  name: string;
  family: string;
  score: number | null;
}

export interface Look {
  set: string;
  slides: Looked[];
  /** What the validator finds wrong; null where it is not installed. */
  faults: unknown[] | null;
}

export interface LookTools {
  fonts: FontBook;
  /** Whether LibreOffice and pdftoppm are there to judge by. */
  judged: boolean;
  /** Path of the contact sheet of the worst slides. */
  sheet: string;
  /** How many stand on it. */
  worst: number;
}

/** Makes one deck of a set, validates it, and compares each slide with its SVG. A slide that is missing scores 0. */
export async function lookAt(set: string, samples: readonly Sample[], tools: LookTools): Promise<Look> {
  const work = await mkdtemp(join(tmpdir(), "deck-bench-"));
  try {
    const deck = join(work, "deck.pptx");
    const converted = await makeDeck(samples, deck, tools.fonts);
    const faults = canValidate ? await validate(deck, join(work, "copy.pptx")) : null;
    const scores = tools.judged ? await judge(samples, converted, deck, work, tools) : [];
    const slides = samples.map(({ name, family }, i) => ({ name, family, ...converted[i], score: scores[i] ?? null }));
    return { set, slides, faults };
  } finally {
    await rm(work, { recursive: true });
  }
}

/** The validator may rewrite the file it reads, so it gets a copy. */
async function validate(deck: string, copy: string): Promise<unknown[]> {
  await copyFile(deck, copy);
  return faultsOf(copy);
}

async function judge(
  samples: readonly Sample[],
  converted: readonly Converted[],
  deck: string,
  work: string,
  { fonts, sheet, worst }: LookTools,
): Promise<number[]> {
  const pictures = await slidePictures(deck, work);
  const drawn = converted.filter(({ slide }) => slide !== null).length;
  if (pictures.length !== drawn) throw new Error(`The judge drew ${pictures.length} of ${drawn} slides.`);
  const pairs: Pair[] = [];
  for (const [i, sample] of samples.entries()) {
    const { slide } = converted[i];
    if (slide !== null) pairs.push({ index: i, ...(await compared(sample, pictures[slide], fonts)) });
  }
  await contactSheet([...pairs].sort((one, other) => one.score - other.score).slice(0, worst), sheet);
  const scores = samples.map(() => 0);
  for (const { index, score } of pairs) scores[index] = score;
  return scores;
}

async function compared(sample: Sample, picture: string, fonts: FontBook): Promise<Omit<Pair, "index">> {
  const { width, height } = await sharp(picture).metadata();
  const reference = await referenceOf(sample, { width, height }, fonts);
  const score = likeness(await pixelsOf(reference, width / height), await pixelsOf(picture, width / height));
  return {
    name: sample.name,
    score: Number(score.toFixed(4)),
    reference: await thumbnail(reference),
    slide: await thumbnail(picture),
  };
}

const thumbnail = (picture: string | Buffer) =>
  sharp(picture).resize(320, 180, { fit: "contain", background: "#eee" }).png().toBuffer();
