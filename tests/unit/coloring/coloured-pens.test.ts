import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { sharpenChroma } from "@/lib/pipelines/coloring/kernels/chroma";
import { toLab } from "@/lib/pipelines/coloring/kernels/lab";
import { evenOut } from "@/lib/pipelines/coloring/pens/even-out";
import { paletteOf } from "@/lib/pipelines/coloring/pens/palette";
import { colourOfEach, pensAmong } from "@/lib/pipelines/coloring/pens/strokes";
import { draw, press } from "./press";

const paper = (fill = "#fff"): string => `<rect width="400" height="400" fill="${fill}"/>`;

/** A bear's head of eight parts: head, two ears, muzzle, two eyes, nose and the ground round them. */
const bear = (pen: string, width: number, fur: string): string =>
  `<g stroke="${pen}" stroke-width="${width}"><circle cx="110" cy="110" r="55" fill="${fur}"/><circle cx="290" cy="110" r="55" fill="${fur}"/>
  <circle cx="200" cy="215" r="145" fill="${fur}"/><ellipse cx="200" cy="270" rx="70" ry="55" fill="#fff"/>
  <circle cx="145" cy="170" r="26" fill="#7fd0ff"/><circle cx="255" cy="170" r="26" fill="#7fd0ff"/><circle cx="200" cy="250" r="22" fill="#e33"/></g>`;

async function pageOf(inside: string, pixels: number, format: "png" | "jpeg" = "png") {
  const small = draw(400, 400, inside).resize(pixels, pixels);
  const picture = await (format === "png" ? small.png() : small.jpeg({ quality: 65 })).toBuffer();
  const { attributes } = await press(picture, { options: { page_size: "a4" } });
  return { kind: attributes.outline.kind, regions: attributes.inspect["page.regions"], attributes };
}

describe("outlines of a light colour are drawn once", () => {
  test.each([
    ["orange", "#f58a07", "#ffe9c9", 400, "png"],
    ["sky blue", "#5bb8f0", "#fff4d0", 400, "png"],
    ["pink", "#f49ac1", "#fdeef5", 400, "png"],
    ["light green", "#8fd14f", "#fff", 400, "png"],
    ["grey", "#b0b0b0", "#fff", 400, "png"],
    ["orange in a small JPEG, whose colours bleed", "#f58a07", "#ffe9c9", 220, "jpeg"],
  ] as const)("%s", async (_, pen, fur, pixels, format) => {
    const { kind, regions } = await pageOf(paper() + bear(pen, 10, fur), pixels, format);
    expect(kind).toBe("drawing");
    expect(regions).toBe(7);
  });

  test("white chalk on a blue board", async () => {
    const house = `<g fill="none" stroke="#fff" stroke-width="8"><path d="M130 180 H330 V340 H130Z M110 180 L230 70 L350 180Z M200 340 V260 H260 V340"/></g>`;
    const { kind, regions } = await pageOf(paper("#2b4a7a") + house, 400);
    expect(kind).toBe("drawing");
    expect(regions).toBe(3);
  });

  test("the white rim of a sign before the sky is no pen's, and stays a region to color", async () => {
    const octagon = "M148 60 L252 60 L325 133 L325 237 L252 310 L148 310 L75 237 L75 133Z";
    const sign = `<rect width="400" height="400" fill="#aad7ee"/><path d="${octagon}" fill="#d04338" stroke="#fff" stroke-width="12"/>
      <path d="M150 150 V220 M250 150 V220 M150 185 H250" fill="none" stroke="#fff" stroke-width="12"/>`;
    const { kind, regions } = await pageOf(sign, 400);
    expect(kind).toBe("picture");
    expect(regions).toBe(3);
  });

  test("of a fill that lies between two others in colour no pen is made", async () => {
    const cake = `<rect x="60" y="60" width="280" height="90" fill="#7a4a21"/><rect x="60" y="150" width="280" height="60" fill="#c9a27a"/><rect x="60" y="210" width="280" height="120" fill="#f4d9b8"/>`;
    const { kind } = await pageOf(paper() + cake, 200, "jpeg");
    expect(kind).toBe("picture");
  });
});

async function labOf(inside: string, size: number, quality?: number) {
  const picture = draw(400, 400, paper() + inside).resize(size, size);
  const bytes = await (quality ? picture.jpeg({ quality }) : picture.png()).toBuffer();
  const rgb = await sharp(bytes).removeAlpha().toColourspace("srgb").raw().toBuffer();
  return { rgb, lab: toLab(rgb, size, size) };
}

test("a picture's palette is its fills and strokes, not the flanks between", async () => {
  const { lab } = await labOf('<circle cx="200" cy="200" r="120" fill="#f00" stroke="#00f" stroke-width="20"/>', 200);
  const lights = paletteOf(lab).map(([L]) => Math.round(L));
  expect(lights).toEqual([100, 53, 32]);
});

test("a pen is a colour that is only in strokes of one width; the flank of a blurred edge is none", async () => {
  const { lab } = await labOf(
    '<circle cx="200" cy="200" r="120" fill="#fed" stroke="#f80" stroke-width="16"/><rect x="20" y="20" width="60" height="60" fill="#08f"/>',
    200,
  );
  const palette = paletteOf(lab);
  const pens = pensAmong(colourOfEach(lab, palette), lab, palette.length, 1, 6);
  expect(pens.map(({ colour }) => palette[colour].map(Math.round))).toEqual([[69, 39, 75]]);
  const stripe = [100, 75, 50].flatMap((L) => [L, L, L, L, L, L]);
  const bands = {
    width: 18,
    height: 18,
    L: Float32Array.from({ length: 324 }, (_, i) => stripe[i % 18]),
    a: new Float32Array(324),
    b: new Float32Array(324),
  };
  const greys = [100, 75, 50].map((L) => [L, 0, 0] as const);
  const found = pensAmong(colourOfEach(bands, greys), bands, 3, 1, 4);
  expect(found.map(({ colour }) => colour)).not.toContain(1);
});

test("crumbs of crayon are no pen, though they are all of one width", () => {
  const [width, height] = [120, 120];
  const plane = () => new Float32Array(width * height);
  const paint = (L: Float32Array, left: number, right: number, top: number) => {
    for (let y = top; y < top + 3; y++) L.fill(60, y * width + left, y * width + right);
    return L;
  };
  const greys = [100, 60].map((light) => [light, 0, 0] as const);
  const pensOf = (L: Float32Array) => {
    const lab = { width, height, L, a: plane(), b: plane() };
    return pensAmong(colourOfEach(lab, greys), lab, 2, 1, 6).map(({ colour }) => colour);
  };
  const crumbs = plane().fill(100);
  for (let top = 40; top < 80; top += 20)
    for (let left = 20; left < 100; left += 20) paint(crumbs, left, left + 6, top);
  expect(pensOf(crumbs)).toEqual([]);
  expect(pensOf(paint(plane().fill(100), 20, 100, 60))).toEqual([1]);
});

test("what a JPEG lost of even colours is given back, shading is left", () => {
  const flat = {
    width: 4,
    height: 1,
    L: Float32Array.of(97, 100, 52, 50),
    a: new Float32Array(4),
    b: new Float32Array(4),
  };
  const colours = [
    [100, 0, 0],
    [50, 0, 0],
  ] as const;
  evenOut(flat, colours);
  expect([...flat.L]).toEqual([100, 100, 50, 50]);
  const shaded = { ...flat, L: Float32Array.of(100, 85, 70, 50) };
  evenOut(shaded, colours);
  expect([...shaded.L]).toEqual([100, 85, 70, 50]);
});

test("colours that a JPEG blurred end at the edge of the light again", async () => {
  const disc = '<circle cx="200" cy="200" r="130" fill="#c01818"/>';
  const { rgb: whole } = await labOf(disc, 100);
  const { rgb: blurred } = await labOf(disc, 100, 60);
  const redness = (rgb: Uint8Array, i: number): number => rgb[i] - rgb[i + 1];
  const loss = (rgb: Uint8Array): number => {
    let sum = 0;
    for (let i = 0; i < rgb.length; i += 3) sum += Math.abs(redness(rgb, i) - redness(whole, i));
    return sum;
  };
  const repaired = Uint8Array.from(blurred);
  sharpenChroma(repaired, 100, 100);
  expect(loss(repaired)).toBeLessThan(0.7 * loss(blurred));
});

describe("a small JPEG of shapes without outlines", () => {
  const balloon =
    '<ellipse cx="200" cy="170" rx="110" ry="130" fill="#00c8ff"/><circle cx="160" cy="120" r="26" fill="#fff"/>';

  test("has the regions of the same as PNG", async () => {
    const png = await pageOf(paper() + balloon, 240);
    const jpeg = await pageOf(paper() + balloon, 240, "jpeg");
    expect(jpeg.regions).toBe(png.regions);
    expect(jpeg.attributes.inspect["page.open_ends"]).toBe(0);
  });

  test("with a sky that fades has no steps in it", async () => {
    const sky =
      '<defs><linearGradient id="s" x2="0" y2="1"><stop stop-color="#20149a"/><stop offset="1" stop-color="#6fe0f8"/></linearGradient></defs><rect width="400" height="400" fill="url(#s)"/><path d="M160 400 L185 120 H215 L240 400Z" fill="#eee"/>';
    const { regions } = await pageOf(sky, 260, "jpeg");
    expect(Number(regions)).toBeLessThanOrEqual(4);
  });
});

test("a thing on white paper that touches its edge fills the page as one that does not", async () => {
  const star = (top: number) =>
    `<path transform="translate(10 ${top})" d="M70 0l20 60h60l-50 36 20 60-50-36-50 36 20-60-50-36h60z" fill="#e90"/>`;
  const touching = await pageOf(paper() + star(0), 400);
  const free = await pageOf(paper() + star(20), 400);
  const scale = (page: typeof free): number => Number(page.attributes.normalize["sheet.mm_per_pixel"]);
  expect(scale(touching)).toBeCloseTo(scale(free), 1);
  expect(touching.regions).toBe(1);
  expect(touching.attributes.normalize["content.trimmed"]).toBe("white added");
});
