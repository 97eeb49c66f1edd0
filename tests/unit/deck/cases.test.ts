import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { deckOptionsSchema } from "@/lib/contracts/deck";
import { directly } from "@/lib/pipelines/deck/convert";
import { FontBook } from "@/lib/pipelines/deck/fonts";
import { makeSlide } from "@/lib/pipelines/deck/make-slide";
import type { SlideShape } from "@/lib/pipelines/deck/slide";

/** What one SVG of tests/cases/deck must become: painted elements by tier, all reasons given, shapes in drawing order where it matters. */
interface Expected {
  native: number;
  picture: number;
  raster: number;
  reasons: string[];
  shapes?: string[];
}

const folder = "tests/cases/deck";
const size = { width: 9_525_000, height: 9_525_000 };
const cases = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".svg"))
  .sort();

const kindsOf = (shape: SlideShape): string[] => {
  if (shape.kind === "group") return shape.children.flatMap(kindsOf);
  return [shape.kind === "picture" ? "picture" : shape.geometry.kind];
};

async function becomes(name: string): Promise<Expected> {
  const source = { name, bytes: readFileSync(join(folder, name)) };
  const made = await makeSlide(source, deckOptionsSchema.parse({}), size, new FontBook(), directly());
  const count = (tier: string) => made.mapped.filter(({ output_format }) => output_format === tier).length;
  const notes = made.scene.notes.map(({ reason }) => reason);
  const reasons = [...new Set([...made.mapped.flatMap((row) => row.reasons), ...notes])].sort();
  const tiers = { native: count("native"), picture: count("picture"), raster: count("raster") };
  return { ...tiers, reasons, shapes: made.slide.shapes.flatMap(kindsOf) };
}

describe("an SVG becomes the shapes that stand beside it", () => {
  test.each(cases)("%s", async (name) => {
    const expected = JSON.parse(readFileSync(join(folder, name.replace(/\.svg$/, ".json")), "utf8")) as Expected;
    expect(await becomes(name)).toMatchObject(expected);
  });
});
