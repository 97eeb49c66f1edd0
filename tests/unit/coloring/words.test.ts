import { describe, expect, test } from "vitest";
import { readRaster } from "@/lib/pipelines/coloring/decode";
import { toLab } from "@/lib/pipelines/coloring/kernels/lab";
import { countFreeEnds, countHoles } from "@/lib/pipelines/coloring/lines/line-graph";
import { writeLetters } from "@/lib/pipelines/coloring/words/letters";
import { findWords, type Word } from "@/lib/pipelines/coloring/words/words";
import { draw, press, stageContext } from "./press";

/** Letters of strokes 14 units high and 3 wide, whatever fonts the machine has. */
const shapes: Record<string, string> = {
  A: "M0 14 L5 0 L10 14 M2 9 L8 9",
  E: "M9 0 H1.5 V14 H9 M1.5 7 H7",
  H: "M1.5 0 V14 M9 0 V14 M1.5 7 H9",
  I: "M5 0 V14",
  L: "M1.5 0 V14 H9",
  N: "M1.5 14 V0 L9 14 V0",
  O: "M5 0 A4.5 7 0 1 0 5.1 0 Z",
  T: "M0 0 H10 M5 0 V14",
  a: "M2 5.5 C4 3.5 9 3.5 9 7.5 V14 M9 8.5 C2 8 1 10 1.5 12 C2.5 14.5 8 14.5 9 11",
  e: "M1.5 9 H9 C9 3 1.5 3 1.5 9 C1.5 14 6 14.5 9 13",
  n: "M1.5 14 V5 M1.5 8 C3 3.5 9 3.5 9 8 V14",
};

interface Writing {
  text: string;
  x: number;
  y: number;
  size: number;
  color: string;
  turn?: number;
  /** From one letter's left to the next one's, in units of the shapes. */
  pitch?: number;
}

const write = ({ text, x, y, size, color, turn = 0, pitch = 13 }: Writing): string =>
  `<g transform="translate(${x} ${y}) rotate(${turn}) scale(${size / 14})" fill="none" stroke="${color}" stroke-width="2.4">${[
    ...text,
  ]
    .map((letter, i) => (shapes[letter] ? `<path transform="translate(${pitch * i} 0)" d="${shapes[letter]}"/>` : ""))
    .join("")}</g>`;

const sign = (inside: string): Promise<Buffer> =>
  draw(1000, 750, `<rect width="1000" height="750" fill="#f4e8c8"/>${inside}`).png().toBuffer();

async function wordsOn(inside: string): Promise<Word[]> {
  const job = { name: "sign.png", limits: { maxPixels: 1e8 } };
  const { rgb, width, height } = await readRaster(await sign(inside), job, 750_000, stageContext().span);
  return findWords(toLab(rgb, width, height), 12, "graphic");
}

const lettersIn = (words: Word[]): number => words.reduce((sum, { marks }) => sum + marks.length, 0);

describe("words in a picture", () => {
  test.each([
    ["dark on light", "#802020"],
    ["of a strong colour", "#d02020"],
  ])("%s are found whole, thin letters and round ones", async (_, color) => {
    const words = await wordsOn(write({ text: "HELLO TIN", x: 100, y: 100, size: 30, color }));
    expect(lettersIn(words)).toBe(8);
  });

  test("light on dark are found whole, and the gaps between them are no letters", async () => {
    const ground = '<rect x="50" y="50" width="600" height="200" fill="#204080"/>';
    const words = await wordsOn(ground + write({ text: "HELLO TIN", x: 100, y: 120, size: 30, color: "#ffffff" }));
    expect(lettersIn(words)).toBe(8);
    expect(words.flatMap(({ marks }) => marks).every(({ contrast }) => contrast < 0)).toBe(true);
  });

  test("small, grey and closely set ones are found whole, with the letters that have eyes", async () => {
    const words = await wordsOn(
      write({ text: "eaneaneneaeanene", x: 100, y: 100, size: 16, color: "#a8a090", pitch: 11 }),
    );
    expect(lettersIn(words)).toBe(16);
  });

  test("a slanting one is found whole", async () => {
    const words = await wordsOn(write({ text: "HOTEL", x: 100, y: 300, size: 32, color: "#204020", turn: -25 }));
    expect(lettersIn(words)).toBe(5);
  });

  test("a short one is found where another is written like it", async () => {
    const short = write({ text: "AT", x: 500, y: 400, size: 30, color: "#802020" });
    expect(await wordsOn(short)).toEqual([]);
    expect(lettersIn(await wordsOn(short + write({ text: "HOTEL", x: 100, y: 100, size: 30, color: "#802020" })))).toBe(
      7,
    );
  });

  test.each([
    ["a fence", (i: number) => `<rect x="${100 + 24 * i}" y="300" width="8" height="60" fill="#604020"/>`],
    ["windows", (i: number) => `<rect x="${100 + 50 * i}" y="300" width="24" height="30" fill="#304060"/>`],
    [
      "scattered twigs",
      (i: number) => write({ text: "L", x: 100 + 90 * (i % 5), y: 80 + 137 * i, size: 30, color: "#000" }),
    ],
  ])("%s is none", async (_, part) => {
    expect(await wordsOn(Array.from({ length: 8 }, (_, i) => part(i)).join(""))).toEqual([]);
  });
});

describe("letters on the page", () => {
  const limits = { least: 10, leastWithDots: 20, shortest: 4 };
  const hello = (size: number) => write({ text: "HELLO", x: 100, y: 100, size, color: "#802020" });

  test("are single lines with the ends and the holes that their shapes have", async () => {
    const { lines } = writeLetters(await wordsOn(hello(40)), limits);
    expect(countHoles(lines)).toBe(1);
    // H has four, E three, each L two, O none.
    expect(countFreeEnds(lines)).toBe(11);
  });

  test("are all left out where they would be too small to read", async () => {
    expect(writeLetters(await wordsOn(hello(14)), { ...limits, least: 20 }).lines.chains).toEqual([]);
  });

  test.each(["simple", "standard", "detailed"] as const)("are never missing one by one at %s", async (detail) => {
    const text = write({ text: "TEN HOT LITTLE ONION TAILS", x: 60, y: 100, size: 26, color: "#c02020" });
    const { attributes } = await press(await sign(`${text}<circle cx="500" cy="450" r="180" fill="#3070c0"/>`), {
      options: { detail, page_size: "a4" },
    });
    expect(attributes.clean["lines.letters"]).toBeGreaterThanOrEqual(20);
    expect(attributes.inspect["page.complaints"]).toEqual([]);
  });
});
