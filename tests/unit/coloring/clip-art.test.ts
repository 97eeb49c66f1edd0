import { describe, expect, test } from "vitest";
import { dropFreeEnds } from "@/lib/pipelines/coloring/lines/free-ends";
import { fillPinholes } from "@/lib/pipelines/coloring/lines/pinholes";
import { draw, press } from "./press";

const paper = '<rect width="400" height="400" fill="#fff"/>';
/** A bear's head of eight parts: head, two ears, muzzle, two eyes, nose and the ground round them. */
const bear = (pen: string, width: number, fur = "#ffd21f"): string =>
  `<g stroke="${pen}" stroke-width="${width}"><circle cx="110" cy="110" r="55" fill="${fur}"/><circle cx="290" cy="110" r="55" fill="${fur}"/>
  <circle cx="200" cy="215" r="145" fill="${fur}"/><ellipse cx="200" cy="270" rx="70" ry="55" fill="#fff"/>
  <circle cx="145" cy="170" r="26" fill="#7fd0ff"/><circle cx="255" cy="170" r="26" fill="#7fd0ff"/><circle cx="200" cy="250" r="22" fill="#e33"/></g>`;

/** What an A4 page of a drawing of 400 × 400 units comes to when the file has so many pixels. */
async function pageOf(inside: string, pixels: number, format: "png" | "jpeg" = "png") {
  const small = draw(400, 400, paper + inside).resize(pixels, pixels);
  const picture = await (format === "png" ? small.png() : small.jpeg({ quality: 70 })).toBuffer();
  const { attributes } = await press(picture, { options: { page_size: "a4" } });
  return { kind: attributes.outline.kind, regions: attributes.inspect["page.regions"], attributes };
}

describe("the outlines of clip art are drawn once", () => {
  test.each([
    ["a small PNG with a thick pen", 110, "png", "#000", 12],
    ["a small JPEG, whose colours run into the black", 140, "jpeg", "#000", 12],
    ["a JPEG of thin outlines", 260, "jpeg", "#000", 6],
    ["a pen of dark red", 300, "png", "#700010", 8],
  ] as const)("%s", async (_, pixels, format, pen, width) => {
    const { kind, regions } = await pageOf(bear(pen, width), pixels, format);
    expect(kind).toBe("drawing");
    // A second line along an outline makes a region of what lies between.
    expect(regions).toBe(7);
  });
});

/** Hair, a face, a blouse and a skirt, of colours that stain what is thin. */
const girl = `<g stroke="#000" stroke-width="4"><path fill="#e02020" d="M120 330 L160 210 H240 L280 330Z"/><path fill="#f08000" d="M150 210 V150 H250 V210Z"/>
  <circle cx="200" cy="100" r="56" fill="#f0a010"/><circle cx="200" cy="110" r="38" fill="#d88060"/></g>`;

/** Two discs, one with an outline, the other's in short dashes. */
const broken = `<g stroke="#000" stroke-width="5"><circle cx="110" cy="110" r="80" fill="#ffd21f"/>
  <circle cx="280" cy="280" r="80" fill="#7fd0ff" stroke-dasharray="10 15"/></g>`;
/** Ticks of a pen on what is left of the paper, more than a page may have ends of. */
const restless = Array.from({ length: 64 }, (_, i) => {
  const [column, row] = [i % 8, Math.floor(i / 8)];
  const [x, y] = i % 2 ? [225 + column * 20, 12 + row * 22] : [12 + column * 18, 225 + row * 20];
  return `<path stroke="#000" stroke-width="4" d="M${x} ${y} l6 12"/>`;
}).join("");

test("a pen that a small JPEG stained is one line, all the way", async () => {
  const { kind, regions, attributes } = await pageOf(girl, 130, "jpeg");
  expect(kind).toBe("drawing");
  expect(regions).toBe(4);
  expect(attributes.inspect["page.open_ends"]).toBeLessThanOrEqual(2);
});

test("what a stroke outlined stays closed when the stroke goes with the ticks of a restless drawing", async () => {
  const { kind, regions, attributes } = await pageOf(broken + restless, 400);
  expect(kind).toBe("drawing");
  expect(attributes.inspect["page.open_ends"]).toBeLessThanOrEqual(90);
  expect(Math.round(Number(regions) * Number(attributes.inspect["page.regions_for_blunt_share"]))).toBe(2);
});

const blurred =
  '<filter id="b" x="-30%" y="-30%" width="160%" height="160%"><feGaussianBlur stdDeviation="9"/></filter>';
const shadow = '<ellipse cx="150" cy="330" rx="150" ry="34" fill="#000" fill-opacity=".6" filter="url(#b)"/>';

test("a soft shadow under outlined clip art is left out", async () => {
  const house = `<g stroke="#000" stroke-width="6" fill="#fb7"><path d="M130 180 H330 V340 H130Z"/><path fill="#c33" d="M110 180 L230 70 L350 180Z"/><path fill="#6cf" d="M200 260 H260 V340 H200Z"/></g>`;
  const bare = await pageOf(house, 320);
  const shadowed = await pageOf(blurred + shadow + house, 320);
  expect(bare.regions).toBe(3);
  expect(shadowed.regions).toBe(3);
  for (const line of ["ink", "borders", "creases"]) {
    expect(shadowed.attributes.clean[`lines.${line}`]).toBe(bare.attributes.clean[`lines.${line}`]);
  }
});

test("hair and grass of a pen that end in nowhere do not cost the page", async () => {
  const blades = Array.from({ length: 90 }, (_, i) => {
    const [x, y] = [20 + (i % 15) * 25, 220 + Math.floor(i / 15) * 28];
    return `<path d="M${x} ${y} q4 -9 ${i % 2 ? 8 : -6} -18"/>`;
  });
  const meadow = `<g stroke="#000" stroke-width="4" fill="none"><circle cx="200" cy="100" r="70" fill="#fd4"/>${blades.join("")}</g>`;
  const { attributes, regions } = await pageOf(meadow, 400);
  expect(attributes.inspect["page.complaints"]).toEqual([]);
  expect(attributes.inspect["page.open_ends"]).toBeLessThanOrEqual(90);
  expect(regions).toBeGreaterThanOrEqual(1);
});

test("a pen's black along a dark shade makes no ladder of small cells", async () => {
  const penguin = `<path d="M200 30 C330 60 340 340 200 370 C60 340 70 60 200 30Z" fill="#464646" stroke="#000" stroke-width="16"/>
    <path d="M210 120 C280 150 280 310 205 340 C150 310 150 150 210 120Z" fill="#fff" stroke="#000" stroke-width="16"/>
    <path d="M292 120 C330 200 310 290 262 334" fill="none" stroke="#222" stroke-width="14"/>`;
  const { attributes } = await pageOf(penguin, 400);
  expect(attributes.inspect["page.regions_for_crayon_share"]).toBe(1);
});

test("holes smaller than a pinhole are ink, larger ones are not", () => {
  const [width, height] = [12, 9];
  const mask = new Uint8Array(width * height).fill(1);
  const hole = [2 * width + 3, 2 * width + 4];
  const window = [5 * width + 7, 5 * width + 8, 6 * width + 7, 6 * width + 8];
  for (const pixel of [...hole, ...window]) mask[pixel] = 0;
  fillPinholes(mask, width, height, 4);
  expect(hole.map((pixel) => mask[pixel])).toEqual([1, 1]);
  expect(window.map((pixel) => mask[pixel])).toEqual([0, 0, 0, 0]);
});

test("of strokes that end in nowhere the longest stay, and what is closed stays whole", () => {
  const chains = [
    [0, 1, 2, 0],
    [3, 4],
    [5, 6, 7],
    [8, 9],
  ].map((chain) => Int32Array.from(chain));
  const x = Float32Array.from([0, 4, 4, 10, 12, 10, 15, 20, 30, 39]);
  const graph = { x, y: new Float32Array(10), fixed: new Uint8Array(10), softness: new Float32Array(10), chains };
  expect(dropFreeEnds(graph, 4).chains).toEqual([chains[0], chains[2], chains[3]]);
  expect(dropFreeEnds(graph, 2).chains).toEqual([chains[0], chains[2]]);
});

test("a disc of a few pixels has no stairs on its page", async () => {
  const small = draw(400, 400, `${paper}<circle cx="200" cy="200" r="150" fill="#e60"/>`).resize(60, 60);
  const { attributes } = await press(await small.png().toBuffer(), { options: { page_size: "a4" } });
  expect(attributes.vectorize["strokes.count"]).toBe(1);
  // A circle takes a few, and every stair two.
  expect(attributes.vectorize["strokes.beziers"]).toBeLessThan(80);
});

test("lamps in a black case stay lamps", async () => {
  const lamps = ["#e33", "#fa3", "#2c6"].map(
    (fill, i) => `<circle cx="200" cy="${90 + 110 * i}" r="44" fill="${fill}"/>`,
  );
  const { kind } = await pageOf(
    `<rect x="120" y="20" width="160" height="360" rx="50" fill="#1c1c1c"/>${lamps.join("")}`,
    128,
  );
  expect(kind).toBe("picture");
});
