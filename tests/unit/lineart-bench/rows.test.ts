import { expect, test } from "vitest";
import { pagesRow } from "@/tests/bench/lineart/pages/rows";
import { rasterizeStrokes } from "@/tests/bench/lineart/prediction";
import { fixed, table } from "@/tests/bench/lineart/table";

const page = (strokes: string[]) => ({ width: 100, strokes });
const places = (mask: Uint8Array, width: number) =>
  [...mask.keys()].filter((at) => mask[at]).map((at) => [at % width, Math.floor(at / width)]);

test("strokes become lines one pixel wide at the truth's size", () => {
  const mask = rasterizeStrokes(page(["M10 20h30", "M50 10l0 20"]), 200, 100);
  const rows = places(mask, 200);
  expect(rows.filter(([x, y]) => y === 40 && x < 100)).toHaveLength(61);
  expect(rows.filter(([x]) => x === 100)).toHaveLength(41);
  expect(rows).toHaveLength(61 + 41);
});

test("strokes that leave the page are cut at its edge", () => {
  expect(places(rasterizeStrokes(page(["M-10 25H120"]), 100, 50), 100)).toHaveLength(100);
});

test("a group of pages tells its worst and its middle one", () => {
  const measures = (openEnds: number, radii: number[]) => ({
    inkShare: 0.05,
    greyShare: 0,
    largestBlackShare: openEnds / 1000,
    specks: 1,
    openEnds,
    regions: radii.map((radius) => ({ area: 10, radius })),
  });
  const sheets = [measures(2, [3, 3]), measures(8, [3, 0.5, 3]), null].map((one) => ({
    measures: one,
    svgBytes: 1000,
    refusal: one ? "" : "no",
  }));
  const row = pagesRow("pages", sheets);
  expect(row).toMatchObject({ pages: 3, refused: 1, endsMean: 5, endsMost: 8, regionsLeast: 2, regionsMost: 3 });
  expect(row.black).toBeCloseTo(0.8);
  expect(row.circle1).toBeCloseTo(80);
  expect(row.pagesWithCircle1).toBeCloseTo(50);
});

test("a table keeps its columns", () => {
  const lines = table(
    "Title",
    ["what", "n"],
    [
      ["a long name", "1"],
      ["b", fixed(undefined, 2)],
    ],
  ).split("\n");
  expect(lines[4]).toBe("a long name  1");
  expect(lines[5]).toBe("b            –");
});
