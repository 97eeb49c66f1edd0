import { existsSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { coloringOptionsSchema } from "@/lib/contracts/coloring";
import { type Face, facesIn } from "@/lib/pipelines/coloring/faces/face";
import { closeViewsOf } from "@/lib/pipelines/coloring/faces/find";
import { farEye, nearEye } from "@/lib/pipelines/coloring/faces/mesh-points";
import { drawFeatures } from "@/lib/pipelines/coloring/faces/strokes/draw";
import { penFor } from "@/lib/pipelines/coloring/faces/strokes/pen";
import { toLab } from "@/lib/pipelines/coloring/kernels/lab";
import { drawFlat } from "../../../bench/lineart/scenes/render";
import { faces as drawnFaces } from "../../../bench/lineart/scenes/themes/faces";

/** Heads of photos: which part of them, in pixels. */
const heads = [
  { name: "astronaut.png", left: 165, top: 30, width: 120, height: 150 },
  { name: "portrait.jpg", left: 90, top: 180, width: 330, height: 420 },
  { name: "girl.jpg", left: 330, top: 60, width: 380, height: 420 },
];
const photo = (name: string) => join(process.cwd(), "../shared/photos", name);

const wide = { width: 1100, height: 800 };
/** Paper of 277 mm along the long side. */
const scale = 277 / wide.width;
const places = [
  { left: 60, top: 90 },
  { left: 330, top: 240 },
  { left: 600, top: 80 },
  { left: 850, top: 300 },
  { left: 160, top: 480 },
  { left: 560, top: 500 },
];

/** A picture with heads of `high` pixels standing apart before a wall. */
async function groupOf(parts: Buffer[], high: number): Promise<Face[]> {
  const small = await Promise.all(parts.map((part) => sharp(part).resize({ height: high }).png().toBuffer()));
  const data = await sharp({ create: { ...wide, channels: 3, background: "#8fa3ad" } })
    .composite(places.map((place, i) => ({ input: small[i % small.length], ...place })))
    .removeAlpha()
    .raw()
    .toBuffer();
  return facesIn(toLab(data, wide.width, wide.height), scale, { set: () => {}, event: () => {} });
}

test.skipIf(!heads.every(({ name }) => existsSync(photo(name))))(
  "the faces of a group are found though each is a tenth of the picture, and every one has eyes and a mouth",
  async () => {
    const parts = await Promise.all(
      heads.map(({ name, ...part }) => sharp(photo(name)).extract(part).png().toBuffer()),
    );
    const faces = await groupOf(parts, 150);
    expect(faces).toHaveLength(places.length);
    const { lines: features } = drawFeatures(faces, penFor(coloringOptionsSchema.parse({}), scale));
    for (const { landmarks, eyes } of faces) {
      expect(eyes).toHaveLength(2);
      const isNear = (point: number) => (vertex: number) =>
        Math.hypot(features.x[vertex] - landmarks.x[point], features.y[vertex] - landmarks.y[point]) < 8;
      for (const point of [nearEye.iris[0], farEye.iris[0], 13]) {
        expect(features.chains.some((chain) => [...chain].some(isNear(point)))).toBe(true);
      }
    }
  },
);

test("drawn faces of that size are left to what was drawn", async () => {
  const parts = await Promise.all(
    drawnFaces.slice(0, 6).map((scene) => {
      const { rgb, width, height } = drawFlat(scene);
      return sharp(rgb, { raw: { width, height, channels: 3 } })
        .png()
        .toBuffer();
    }),
  );
  expect(await groupOf(parts, 220)).toEqual([]);
});

test("close views cover the picture, each reaching into the next by more than a third", () => {
  for (const [width, height] of [
    [1200, 800],
    [700, 1400],
    [1000, 1000],
  ]) {
    const views = closeViewsOf({ width, height }, 0.5);
    const side = Math.max(width, height) / 2;
    for (const [axis, length] of [
      ["x", width],
      ["y", height],
    ] as const) {
      const middles = [...new Set(views.map((view) => view[axis]))].sort((a, b) => a - b);
      expect(middles[0] - side / 2).toBeLessThanOrEqual(0);
      expect((middles.at(-1) ?? 0) + side / 2).toBeGreaterThanOrEqual(length);
      for (const [i, middle] of middles.slice(1).entries()) expect(middle - middles[i]).toBeLessThan(0.66 * side);
    }
  }
});
