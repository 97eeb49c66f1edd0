import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, test } from "vitest";
import { deckOptionsSchema } from "@/lib/contracts/deck";
import { convertDeck } from "@/lib/pipelines/deck/convert";
import { FontBook } from "@/lib/pipelines/deck/fonts";
import { workedMilliseconds } from "@/lib/pipelines/deck/worked-time";
import { compiled } from "../../support/compiled";
import { canValidate, faultsOf } from "../../support/deck";
import { bombs, circles, masses, numbers } from "../../support/hostile-svgs";
import { dice, mutated } from "../../support/mutate-svg";

const folder = mkdtempSync(join(tmpdir(), "hostile-"));
afterAll(() => rmSync(folder, { recursive: true }));

const fonts = new FontBook();
const harmless = {
  name: "harmless.svg",
  bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'),
};
/** What may be said of an SVG that is not converted; anything else is a crash. */
const refusals = ["invalid_svg", "too_large"];

/** A deck of a slide that is surely there and of what is converted of these. */
async function deckOf(file: string, svgs: Record<string, string>) {
  const output = join(folder, file);
  const sources = Object.entries(svgs).map(([name, text]) => ({ name, bytes: Buffer.from(text) }));
  const { failures } = await convertDeck([harmless, ...sources], deckOptionsSchema.parse({}), output, { fonts });
  const codes = failures.slice(1).flatMap((failure) => (failure === null ? [] : [failure.code]));
  const faults = canValidate ? await faultsOf(output) : [];
  return { codes, faults };
}

describe("an SVG made to cost more than it looks", () => {
  test.each(Object.entries({ ...bombs, ...numbers }))(
    "is converted or refused within ten seconds of work: %s",
    async (name, text) => {
      const begun = workedMilliseconds();
      const { failures } = await convertDeck(
        [harmless, { name, bytes: Buffer.from(text) }],
        deckOptionsSchema.parse({}),
        join(folder, "one.pptx"),
        { fonts },
      );
      expect(["converted", ...refusals]).toContain(failures[1]?.code ?? "converted");
      expect(workedMilliseconds() - begun).toBeLessThan(10_000);
    },
  );

  test("is refused when it is too deep, too large or not to be read", async () => {
    const names = ["100,000 elements deep", "letters without end", "points without end", "angle brackets"];
    const texts = Object.fromEntries(names.map((name) => [name, masses[name]()]));
    const { codes } = await deckOf("masses.pptx", texts);
    expect(codes).toEqual(["invalid_svg", "too_large", "too_large", "invalid_svg"]);
  });
});

describe("an SVG that refers to itself", () => {
  test("is drawn without going round, in a valid deck", async () => {
    expect(await deckOf("circles.pptx", circles)).toEqual({ codes: [], faults: [] });
  });
});

describe("an SVG with numbers that no slide holds", () => {
  test("still makes a valid deck", async () => {
    expect(await deckOf("numbers.pptx", numbers)).toEqual({ codes: [], faults: [] });
  });
});

describe("a hundred damaged SVGs", () => {
  const sound = [...Object.values(circles), ...Object.values(numbers)];
  const roll = dice(1);
  const mutants = Array.from({ length: 100 }, (_, index) => [
    `${index}.svg`,
    mutated(sound[index % sound.length], roll),
  ]);

  test("are converted or refused, and make a valid deck", async () => {
    const { codes, faults } = await deckOf("mutants.pptx", Object.fromEntries(mutants));
    expect(codes.filter((code) => !refusals.includes(code))).toEqual([]);
    expect(codes.length).toBeLessThan(mutants.length / 2);
    expect(faults).toEqual([]);
  });
});

/** What a process of its own tells of converting one of the masses. */
async function alone(name: string): Promise<{ elements?: number; code?: string; peak_mb: number }> {
  const svg = join(folder, "mass.svg");
  writeFileSync(svg, masses[name]());
  const { file, remove } = await compiled("tests/support/convert-alone.ts");
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [file, svg, join(folder, "mass.pptx")]);
    return JSON.parse(stdout);
  } finally {
    remove();
  }
}

describe("an SVG of 100,000 elements", () => {
  test("is one slide of them all, in less than 512 MB", async () => {
    const { elements, peak_mb } = await alone("100,000 nodes");
    expect(elements).toBe(99_990);
    expect(peak_mb).toBeLessThan(512);
  });
});

describe("an SVG with more pictures than one slide may have drawn", () => {
  test("still has a row for each of its elements", async () => {
    const { elements, peak_mb } = await alone("20,000 filters");
    expect(elements).toBe(20_000);
    expect(peak_mb).toBeLessThan(512);
  });
});
