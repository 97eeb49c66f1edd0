import { existsSync } from "node:fs";
import { join } from "node:path";
import sharp, { type Sharp } from "sharp";
import { describe, expect, test } from "vitest";
import { calmFaces } from "@/lib/pipelines/coloring/faces/calm";
import { facesIn } from "@/lib/pipelines/coloring/faces/face";
import { type Found, viewsOf } from "@/lib/pipelines/coloring/faces/find";
import type { Landmarks } from "@/lib/pipelines/coloring/faces/landmarks";
import { nearEye, oval } from "@/lib/pipelines/coloring/faces/mesh-points";
import { isMonochrome } from "@/lib/pipelines/coloring/faces/monochrome";
import { doubtAbout } from "@/lib/pipelines/coloring/faces/plausible";
import { fitPlane } from "@/lib/pipelines/coloring/faces/skin";
import { look } from "@/lib/pipelines/coloring/faces/view";
import { type Lab, toLab } from "@/lib/pipelines/coloring/kernels/lab";

const pictures = [
  { name: "photos/astronaut.png", faces: 1, isAt: [0.44, 0.25] },
  { name: "photos/girl.jpg", faces: 1, isAt: [0.7, 0.52] },
  { name: "photos/portrait.jpg", faces: 1, isAt: [0.57, 0.54] },
  { name: "photos/cat.png", faces: 0 },
  { name: "photos/parrots.jpg", faces: 0 },
  { name: "photos/beach.jpg", faces: 0 },
  { name: "corpora/uded/imgs/01-0843x4.png", faces: 0 },
];

type Toned = (picture: Sharp) => Sharp;
const blackAndWhite: Toned = (picture) => picture.grayscale();
const sepia: Toned = (picture) => picture.grayscale().tint("#c8a878");

async function labOf(file: string, toned: Toned = (picture) => picture): Promise<Lab> {
  const print = await toned(sharp(file).removeAlpha().resize(1000, 1000, { fit: "inside" }))
    .png()
    .toBuffer();
  const { data, info } = await sharp(print).toColourspace("srgb").raw().toBuffer({ resolveWithObject: true });
  return toLab(data, info.width, info.height);
}

/** A trace that keeps what it is told. */
function listening() {
  const told: Record<string, unknown> = {};
  const set = (field: string, value: unknown) => {
    told[field] = value;
  };
  return { told, span: { set, event: () => {} } };
}

describe("faces in photos without colours", () => {
  for (const { name, faces } of pictures) {
    const file = join(process.cwd(), "../shared", name);
    test.skipIf(!existsSync(file)).each(Object.entries({ blackAndWhite, sepia }))(
      `${name} has ${faces} in %s`,
      async (_, toned) => {
        const lab = await labOf(file, toned);
        expect(isMonochrome(lab)).toBe(true);
        expect(facesIn(lab, 254 / Math.max(lab.width, lab.height), listening().span)).toHaveLength(faces);
      },
    );
  }

  test("a sample of ours is monochrome without its colours and not with them", async () => {
    expect(isMonochrome(await labOf("public/samples/boat.jpg"))).toBe(false);
    expect(isMonochrome(await labOf("public/samples/boat.jpg", blackAndWhite))).toBe(true);
    expect(isMonochrome(await labOf("public/samples/boat.jpg", sepia))).toBe(true);
  });
});

describe("faces in photos", () => {
  for (const { name, faces, isAt } of pictures) {
    const file = join(process.cwd(), "../shared", name);
    test.skipIf(!existsSync(file))(`${name} has ${faces}`, async () => {
      const lab = await labOf(file);
      const { told, span } = listening();
      const found = facesIn(lab, 254 / Math.max(lab.width, lab.height), span);
      expect(found).toHaveLength(faces);
      expect(told["faces.count"]).toBe(faces);
      if (!isAt) return;
      const { landmarks } = found[0];
      expect(landmarks.x[1] / lab.width).toBeCloseTo(isAt[0], 1);
      expect(landmarks.y[1] / lab.height).toBeCloseTo(isAt[1], 1);
      const calm = calmFaces(lab, found);
      expect(spread(calm, landmarks)).toBeLessThan(0.3 * spread(lab, landmarks));
    });
  }
});

/** How much the lightness changes along the lids of an eye. */
function spread(lab: Lab, { x, y }: Landmarks): number {
  const values = [...nearEye.upperLid, ...nearEye.iris].map((i) => lab.L[(y[i] | 0) * lab.width + (x[i] | 0)]);
  return Math.max(...values) - Math.min(...values);
}

test("a picture that is no square is looked at in two squares that overlap and reach its ends", () => {
  expect(viewsOf({ width: 1000, height: 900 })).toHaveLength(1);
  for (const [width, height] of [
    [1200, 800],
    [600, 1400],
  ]) {
    const [first, last] = viewsOf({ width, height });
    const along = width > height ? "x" : "y";
    expect(first[along] - first.side / 2).toBeCloseTo(0);
    expect(last[along] + last.side / 2).toBeCloseTo(Math.max(width, height));
    expect(first[along] + first.side / 2).toBeGreaterThan(last[along] - last.side / 2);
  }
});

test("a view shows the colours that the picture has, dark outside it, and turns with its angle", () => {
  const rgb = new Uint8Array(3 * 64 * 64);
  for (let i = 0; i < 64 * 64; i++) rgb.set(i % 64 < 32 ? [200, 60, 30] : [10, 90, 220], 3 * i);
  const lab = toLab(rgb, 64, 64);
  const level = look(lab, { x: 32, y: 32, side: 64, turn: 0 }, 8, 0, 255);
  expect([...level.slice(0, 3)].map(Math.round)).toEqual([200, 60, 30]);
  expect([...level.slice(21, 24)].map(Math.round)).toEqual([10, 90, 220]);
  const turned = look(lab, { x: 32, y: 32, side: 40, turn: Math.PI / 2 }, 8, 0, 255);
  expect([...turned.slice(0, 3)].map(Math.round)).toEqual([10, 90, 220]);
  expect([...look(lab, { x: 300, y: 32, side: 64, turn: 0 }, 8, -1, 1)].every((value) => value === -1)).toBe(true);
});

test("a plane goes through its points, and is level through those on one line", () => {
  const [at, across, down] = fitPlane([
    { x: 0, y: 0, value: 3 },
    { x: 10, y: 0, value: 5 },
    { x: 0, y: 10, value: -7 },
    { x: 10, y: 10, value: -5 },
  ]);
  expect([at, across, down].map((value) => Number(value.toFixed(6)))).toEqual([3, 0.2, -1]);
  expect(fitPlane([1, 2, 3].map((x) => ({ x, y: 0, value: x })))).toEqual([2, 0, 0]);
});

describe("a face is doubted", () => {
  const found: Found = { confidence: 0.95, x: 100, y: 110, width: 100, height: 100, points: [] };
  /** A face of 100 × 120 pixels, looking out of the picture. */
  const upright = (): Landmarks => {
    const face = { confidence: 1, x: new Float32Array(478).fill(100), y: new Float32Array(478).fill(110) };
    const put = (point: number, x: number, y: number) => {
      face.x[point] = x;
      face.y[point] = y;
    };
    for (const [i, point] of oval.entries()) {
      const angle = (2 * Math.PI * i) / oval.length;
      put(point, 100 + 50 * Math.sin(angle), 100 - 60 * Math.cos(angle));
    }
    put(33, 65, 90);
    put(263, 135, 90);
    put(1, 100, 115);
    put(5, 100, 110);
    put(13, 100, 135);
    return face;
  };

  test("not when all is in its place", () => expect(doubtAbout(found, upright(), 60)).toBeNull());

  test("when it is small on paper, or the mesh sees none", () => {
    expect(doubtAbout(found, upright(), 200)).toContain("small");
    expect(doubtAbout(found, { ...upright(), confidence: 0.4 }, 60)).toContain("closer look");
  });

  test("when it lies on its side, is seen from the side, or is in disorder", () => {
    const lying = upright();
    [lying.x, lying.y] = [lying.y, lying.x];
    expect(doubtAbout(found, lying, 60)).toContain("turned");
    const profile = upright();
    profile.x[1] = 148;
    expect(doubtAbout(found, profile, 60)).toBeNull();
    profile.x[1] = 195;
    expect(doubtAbout(found, profile, 60)).toContain("side");
    const disorder = upright();
    disorder.y[13] = 80;
    expect(doubtAbout(found, disorder, 60)).toContain("order");
    const squint = upright();
    squint.x[33] = 95;
    squint.x[263] = 105;
    expect(doubtAbout(found, squint, 60)).toContain("near");
  });
});
