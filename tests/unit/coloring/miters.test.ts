import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { thin } from "@/lib/pipelines/coloring/kernels/thin";
import { countFreeEnds, type LineGraph } from "@/lib/pipelines/coloring/lines/line-graph";
import { squareMiters } from "@/lib/pipelines/coloring/lines/miters";
import { traceSkeleton } from "@/lib/pipelines/coloring/lines/skeleton";

const [width, height] = [500, 500];

/** What a pen of this width draws along a path, thinned: as it comes out, and with its corners squared. */
async function drawn(path: string, pen: number): Promise<{ before: LineGraph; after: LineGraph; ink: Uint8Array }> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="500" height="500" fill="#fff"/>
    <path d="${path}" fill="none" stroke="#000" stroke-width="${pen}" stroke-miterlimit="9"/></svg>`;
  const pixels = await sharp(Buffer.from(svg)).greyscale().raw().toBuffer();
  const ink = Uint8Array.from(pixels, (grey) => Number(grey < 128));
  const before = traceSkeleton(thin(ink, width, height), width, height);
  return { before, after: squareMiters(before, ink, width, height, 8), ink };
}

/** How far the nearest of a drawing's vertices is. */
const distanceTo = ({ x, y, chains }: LineGraph, px: number, py: number): number =>
  Math.min(...chains.flatMap((chain) => [...chain].map((at) => Math.hypot(x[at] - px, y[at] - py))));

describe("a pen's corner", () => {
  const tips: [number, number][] = [
    [250, 60],
    [440, 200],
    [365, 420],
    [135, 420],
    [60, 200],
  ];
  const star = "M250 60L300 170 440 200 335 285 365 420 250 345 135 420 165 285 60 200 200 170Z";

  test.each([12, 20, 30])("drawn %i px wide has no spike, and lies where the pen went", async (pen) => {
    const { before, after } = await drawn(star, pen);
    expect(countFreeEnds(before)).toBe(5);
    expect(countFreeEnds(after)).toBe(0);
    for (const [x, y] of tips) expect(distanceTo(after, x, y)).toBeLessThan(0.2 * pen);
  });

  test("keeps the strokes that end at it", async () => {
    const { before, after } = await drawn(`${star}M250 345V480`, 12);
    expect(countFreeEnds(before)).toBeGreaterThan(5);
    expect(distanceTo(after, 250, 470)).toBeLessThan(6);
  });
});

test("the corner of a mouth, whose sides bend, reaches no further than its ink", async () => {
  const { after, ink } = await drawn("M100 200H352L379 234Q156 255 100 200Z", 25);
  const beside = after.chains.flatMap((chain) =>
    [...chain].filter((at) => !ink[Math.floor(after.y[at]) * width + Math.floor(after.x[at])]),
  );
  expect(beside).toEqual([]);
});

test("a fork in a stroke's square end becomes one end", async () => {
  const { before, after } = await drawn("M150 80L220 420", 30);
  expect(countFreeEnds(before)).toBe(3);
  expect(countFreeEnds(after)).toBe(2);
  expect(distanceTo(after, 150, 80)).toBeLessThan(12);
  expect(distanceTo(after, 220, 420)).toBeLessThan(12);
});

test("whiskers, barbs and forks are strokes of their own", async () => {
  const { before, after } = await drawn("M60 250H440M250 250V330M400 200L440 250 400 300M60 200L100 250", 10);
  expect(after.chains.length).toBeGreaterThan(4);
  for (const [x, y] of [
    [250, 322],
    [402, 204],
    [402, 296],
    [64, 206],
  ]) {
    expect(distanceTo(before, x, y)).toBeLessThan(8);
    expect(distanceTo(after, x, y)).toBeLessThan(8);
  }
});
