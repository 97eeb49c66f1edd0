import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { deckOptionsSchema } from "@/lib/contracts/deck";
import { directly } from "@/lib/pipelines/deck/convert";
import { FontBook } from "@/lib/pipelines/deck/fonts";
import { makeSlide } from "@/lib/pipelines/deck/make-slide";
import type { SlideRun, SlideShape } from "@/lib/pipelines/deck/slide";

/** What one SVG of tests/cases/deck must become: painted elements by tier, all reasons given, shapes, texts, alternative texts and links in drawing order where they matter. */
interface Expected {
  native: number;
  picture: number;
  raster: number;
  reasons: string[];
  shapes?: string[];
  /** Each as its shape shows it, spans put together. */
  texts?: string[];
  alts?: string[];
  links?: string[];
}

const folder = "tests/cases/deck";
const size = { width: 9_525_000, height: 9_525_000 };
const cases = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".svg"))
  .sort();

type Leaf = Exclude<SlideShape, { kind: "group" }>;

const leavesOf = (shape: SlideShape): Leaf[] => (shape.kind === "group" ? shape.children.flatMap(leavesOf) : [shape]);

const kindOf = (shape: Leaf): string => (shape.kind === "picture" ? "picture" : shape.geometry.kind);

const runsOf = (shape: Leaf): SlideRun[] =>
  (shape.kind === "form" && shape.text ? shape.text.paragraphs : []).flatMap(({ runs }) => runs);

async function becomes(name: string): Promise<Expected> {
  const source = { name, bytes: readFileSync(join(folder, name)) };
  const made = await makeSlide(source, deckOptionsSchema.parse({}), size, new FontBook(), directly());
  const count = (tier: string) => made.mapped.filter(({ output_format }) => output_format === tier).length;
  const notes = made.scene.notes.map(({ reason }) => reason);
  const reasons = [...new Set([...made.mapped.flatMap((row) => row.reasons), ...notes])].sort();
  const tiers = { native: count("native"), picture: count("picture"), raster: count("raster") };
  const leaves = made.slide.shapes.flatMap(leavesOf);
  const runs = leaves.map(runsOf);
  return {
    ...tiers,
    reasons,
    shapes: leaves.map(kindOf),
    texts: runs.filter(({ length }) => length > 0).map((of) => of.map(({ text }) => text).join("")),
    alts: leaves.map(({ alt }) => alt).filter((alt) => alt !== ""),
    links: [...leaves.map(({ link }) => link), ...runs.flat().map(({ link }) => link)].filter((link) => link !== ""),
  };
}

describe("an SVG becomes the shapes that stand beside it", () => {
  test.each(cases)("%s", async (name) => {
    const expected = JSON.parse(readFileSync(join(folder, name.replace(/\.svg$/, ".json")), "utf8")) as Expected;
    expect(await becomes(name)).toMatchObject(expected);
  });
});
