import { expect, test } from "vitest";
import { shareWithCircle } from "@/lib/pipelines/coloring/measure";
import { measure, pen } from "./drawn-page";

const frame = '<rect x="5" y="5" width="50" height="30"/>';

test("an empty sheet has no ink and nothing to color", () => {
  expect(measure("")).toEqual({
    inkShare: 0,
    greyShare: 0,
    largestBlackShare: 0,
    specks: 0,
    openEnds: 0,
    regions: [],
  });
});

test("a closed shape is one region with its circle", () => {
  const { regions, openEnds, specks, inkShare } = measure(frame);
  expect(regions).toHaveLength(1);
  expect(regions[0].area).toBeCloseTo((50 - pen) * (30 - pen), 0);
  expect(regions[0].radius).toBeCloseTo((30 - pen) / 2, 0.5);
  expect([openEnds, specks]).toEqual([0, 0]);
  expect(inkShare).toBeCloseTo((2 * (50 + 30) * pen) / (60 * 40), 3);
});

test("a line from side to side makes two regions, the larger one first", () => {
  const { regions, openEnds } = measure(`${frame}<path d="M20 5V35"/>`);
  expect(regions).toHaveLength(2);
  expect(regions[0].area).toBeGreaterThan(regions[1].area);
  expect(openEnds).toBe(0);
});

test("a gap of a millimetre opens a region and leaves two ends", () => {
  const { regions, openEnds } = measure('<path d="M30 5H5V35H55V5H31.6"/>');
  expect(regions).toHaveLength(0);
  expect(openEnds).toBe(2);
});

test("lines that stop inside a shape have an end each", () => {
  expect(measure(`${frame}<path d="M20 5V20M40 35L30 20"/>`).openEnds).toBe(2);
});

test("corners, crossings and rings have no ends", () => {
  expect(measure(`${frame}<path d="M5 5L55 35M5 35L55 5"/><circle cx="30" cy="20" r="4"/>`).openEnds).toBe(0);
});

test("lines that run off the sheet do not end, and its edge closes regions", () => {
  const { openEnds, regions } = measure('<path d="M-2 20H62M30 -2V20"/>');
  expect(openEnds).toBe(0);
  expect(regions).toHaveLength(3);
});

test("a drawing with paper all round does not count the paper", () => {
  expect(measure('<circle cx="30" cy="20" r="8"/>').regions).toHaveLength(1);
});

test("a dot is a speck, a short line is not", () => {
  expect(measure(`${frame}<circle cx="15" cy="15" r=".1"/><path d="M30 20h2"/>`).specks).toBe(1);
});

test("lines and where they cross are not solid black, a filled shape is", () => {
  const star = '<path d="M30 8V32M12 10L48 30M12 30L48 10"/>';
  expect(measure(frame + star).largestBlackShare).toBe(0);
  const disc = '<circle cx="30" cy="20" r="5" fill="#000"/>';
  expect(measure(frame + disc).largestBlackShare).toBeCloseTo((Math.PI * 5.3 ** 2) / 2400, 2);
});

test("of two black areas the larger one counts", () => {
  const two = '<circle cx="15" cy="20" r="2" fill="#000"/><circle cx="40" cy="20" r="6" fill="#000"/>';
  expect(measure(two).largestBlackShare).toBeCloseTo((Math.PI * 6.3 ** 2) / 2400, 2);
});

test("soft edges of lines are not grey, a grey area and a grey line are", () => {
  expect(measure(`${frame}<path d="M5 5L55 35"/>`).greyShare).toBe(0);
  const area = measure('<rect x="10" y="10" width="12" height="10" fill="#999" stroke="none"/>');
  expect(area.greyShare).toBeCloseTo(120 / 2400, 2);
  expect(measure('<path d="M10 20H50" stroke="#888"/>').greyShare).toBeGreaterThan(0.005);
});

test("a region too narrow for a crayon is told by its circle", () => {
  const { regions } = measure(`${frame}<path d="M52.6 5V35"/>`);
  expect(regions.map(({ radius }) => radius >= 1)).toEqual([true, false]);
  expect(shareWithCircle(regions, 1)).toBe(0.5);
  expect(shareWithCircle([], 1)).toBe(1);
});

test("rings inside one another are regions of their own", () => {
  expect(measure('<circle cx="30" cy="20" r="15"/><circle cx="30" cy="20" r="8"/>').regions).toHaveLength(2);
});
