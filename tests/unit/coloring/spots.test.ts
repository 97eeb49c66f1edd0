import { expect, test } from "vitest";
import { clearOfLines, findSpots } from "@/lib/pipelines/coloring/lines/spots";
import { draw, press } from "./press";

const [width, height] = [400, 300];

/** A plane of L with discs of their own L on grey. */
function plane(discs: { x: number; y: number; r: number; L: number }[]): Float32Array {
  const L = new Float32Array(width * height).fill(80);
  for (let i = 0; i < L.length; i++) {
    for (const disc of discs) if (Math.hypot((i % width) - disc.x, ((i / width) | 0) - disc.y) < disc.r) L[i] = disc.L;
  }
  return L;
}

test("an eye is found where it is and as large as it is, a light spot and the end of a line are not", () => {
  const line = Array.from({ length: 120 }, (_, i) => ({ x: 240 + i, y: 200, r: 6, L: 20 }));
  const spots = findSpots(
    plane([{ x: 100, y: 90, r: 6, L: 20 }, { x: 300, y: 60, r: 6, L: 99 }, ...line]),
    width,
    height,
    1,
  );
  expect(spots).toHaveLength(1);
  expect(spots[0].x).toBeCloseTo(100, -0.7);
  expect(spots[0].y).toBeCloseTo(90, -0.7);
  expect(spots[0].radius).toBeGreaterThan(3.5);
  expect(spots[0].radius).toBeLessThan(8.5);
  expect(spots[0].salience).toBeGreaterThan(30);
});

test("one among many alike stands out far less than one alone", () => {
  const gravel = Array.from({ length: 60 }, (_, i) => ({
    x: 220 + 18 * (i % 10),
    y: 60 + 18 * ((i / 10) | 0),
    r: 4,
    L: 30,
  }));
  const [first, second] = findSpots(plane([{ x: 80, y: 200, r: 4, L: 30 }, ...gravel]), width, height, 1);
  expect(first.x).toBeCloseTo(80, -0.7);
  expect(second.salience).toBeLessThan(0.75 * first.salience);
});

test("a spot that a line runs round or past is drawn already", () => {
  const drawn = new Uint8Array(width * height).fill(0);
  for (let x = 0; x < width; x++) drawn[100 * width + x] = 1;
  const at = (y: number) => ({ x: 50, y, radius: 4, salience: 40 });
  expect(clearOfLines([at(94), at(80), at(108)], drawn, width, height, 7)).toEqual([at(80), at(108)]);
});

test("a goose has its eye, though no crayon would fit into it", async () => {
  const goose =
    '<rect width="900" height="700" fill="#4d8a46"/><ellipse cx="400" cy="470" rx="230" ry="130" fill="#f4f1ea"/>' +
    '<path d="M520 420 C560 300 560 220 590 170 C630 120 690 150 690 200 C690 240 650 250 640 300 C620 400 600 440 570 480Z" fill="#f4f1ea"/>' +
    '<path d="M685 180 L760 215 L685 225Z" fill="#e8862a"/><circle cx="650" cy="188" r="5" fill="#1c1a18"/>';
  const picture = await draw(900, 700, goose).blur(1.5).jpeg().toBuffer();
  for (const detail of ["simple", "standard"] as const) {
    const { attributes } = await press(picture, { options: { detail, page_size: "a4" } });
    expect(attributes.outline.kind).toBe("picture");
    expect(attributes.clean["dots.spots"]).toBe(1);
  }
});
