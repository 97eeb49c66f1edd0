import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { bustleOf } from "@/lib/pipelines/coloring/kernels/bustle";
import { twoScaleGradient } from "@/lib/pipelines/coloring/kernels/gradient";
import type { Lab } from "@/lib/pipelines/coloring/kernels/lab";
import { buildHierarchy, cutAt } from "@/lib/pipelines/coloring/regions/hierarchy";
import { watershed } from "@/lib/pipelines/coloring/regions/watershed";
import { findSubject, type Subject } from "@/lib/pipelines/coloring/subject/find";
import { sharesOf } from "@/lib/pipelines/coloring/subject/gains";
import { heedSubject, weakenBehind } from "@/lib/pipelines/coloring/subject/heed";
import { press, stageContext } from "../press";
import { figure, height, labOf, onCoat, onWall, width } from "./figure";

const stride = (width + 3) >> 2;
const rows = (height + 3) >> 2;
const placeOf = ({ x, y }: { x: number; y: number }) => (y >> 2) * stride + (x >> 2);

/** A subject that is the part of the picture right of `from`. */
function rightOf(from: number, certainty = 1): Subject {
  const plane = Float32Array.from({ length: stride * rows }, (_, i) => ((i % stride) * 4 >= from ? 1 : 0));
  return { plane, stride, width, share: 0.5, certainty };
}

/** A grey picture from its lightness. */
function grey(light: (x: number, y: number) => number): Lab {
  const L = Float32Array.from({ length: width * height }, (_, i) => light(i % width, Math.floor(i / width)));
  return { width, height, L, a: new Float32Array(L.length), b: new Float32Array(L.length) };
}

describe("what a picture is of", () => {
  test("somebody before a wall is told from it", async () => {
    const { span, attributes } = stageContext();
    const subject = findSubject(await labOf(figure("#c8d8e4", "#3c5a8c")), 1, span);
    expect(subject?.plane[placeOf(onCoat)]).toBeGreaterThan(0.95);
    expect(subject?.plane[placeOf(onWall)]).toBeLessThan(0.05);
    expect(attributes["subject.share"]).toBeGreaterThan(0.15);
    expect(attributes["subject.share"]).toBeLessThan(0.35);
    expect(attributes["subject.certainty"]).toBe(1);
  });

  test("nothing stands apart in an empty wall, and the trace says so", () => {
    const { span, attributes } = stageContext();
    expect(
      findSubject(
        grey(() => 70),
        1,
        span,
      ),
    ).toBeNull();
    expect(attributes["subject.certainty"]).toBe(0);
  });

  test("a page's trace tells how much of it is the subject, a drawing's nothing", async () => {
    const photo = await sharp(figure("#c8d8e4", "#3c5a8c")).png().toBuffer();
    const { attributes } = await press(photo, { options: { formats: ["svg"] } });
    expect(attributes.outline["subject.certainty"]).toBe(1);
    expect(attributes.clean["regions.of_subject"]).toBe(6);
    const drawing = Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="600"><rect width="600" height="600" fill="#fff"/><circle cx="300" cy="300" r="200" fill="#fff" stroke="#000" stroke-width="10"/></svg>`,
    );
    const drawn = await press(drawing, { options: { formats: ["svg"] } });
    expect(drawn.attributes.outline.kind).toBe("drawing");
    expect(drawn.attributes.outline).not.toHaveProperty("subject.share");
  });
});

describe("regions and the subject", () => {
  /** Height at which what lies left and right of the middle of one half becomes one region. */
  function heightOfStep(lab: Lab, x: number, subject: Subject | null): number {
    const gradient = twoScaleGradient(lab, 1.9);
    const basins = watershed(gradient.magnitude, width, height);
    const tree = buildHierarchy(basins, { lab, gradient, subject });
    const row = (height >> 1) * width;
    const [left, right] = [basins.labels[row + x - 40], basins.labels[row + x + 40]];
    let level = 0;
    for (; level < 60; level += 0.25) {
      const { regionOf } = cutAt(tree, level);
      if (regionOf[left] === regionOf[right]) break;
    }
    return level;
  }

  test("a faint silhouette outlasts the same border elsewhere; where nothing is to be seen there is none", () => {
    const faint = grey((x) => (x < 448 ? 40 : 43));
    const plain = heightOfStep(faint, 448, null);
    expect(plain).toBeGreaterThan(2);
    expect(heightOfStep(faint, 448, rightOf(448))).toBeGreaterThan(3 * plain);
    expect(heightOfStep(faint, 448, rightOf(width))).toBeLessThan(0.5 * plain);
    expect(heightOfStep(faint, 448, rightOf(0))).toBeGreaterThan(plain);
    expect(
      heightOfStep(
        grey(() => 40),
        448,
        rightOf(448),
      ),
    ).toBe(0);
  });

  test("a region is the subject by its part of it", () => {
    const labels = Int32Array.from({ length: width * height }, (_, i) => (i % width < 300 ? 0 : 1));
    const [left, right] = sharesOf(rightOf(600), { labels, count: 2 });
    expect(left).toBe(0);
    expect(right).toBeCloseTo(0.5, 2);
  });

  test("texture counts for less inside the subject than outside, and as in any photo where it is doubtful", () => {
    const grass = grey((x, y) => 50 + 12 * Math.sin(x * 1.3 + y * 0.7) * Math.cos(y * 1.1 - x * 0.4));
    const bustle = bustleOf(twoScaleGradient(grass, 1.9), width, height, 1);
    const middle = { ...bustle, plane: bustle.plane.slice() };
    const doubtful = { ...bustle, plane: bustle.plane.slice() };
    heedSubject(middle, rightOf(448));
    heedSubject(doubtful, rightOf(448, 1e-6));
    const [left, right] = [
      { x: 60, y: 350 },
      { x: 840, y: 350 },
    ].map(placeOf);
    expect(middle.plane[right]).toBeLessThan(0.4 * middle.plane[left]);
    expect(doubtful.plane[right] / doubtful.plane[left]).toBeCloseTo(bustle.plane[right] / bustle.plane[left], 1);
  });

  test("lines behind the subject are weaker, its own as they were", () => {
    const lines = new Float32Array(width * height).fill(10);
    weakenBehind([lines], rightOf(448));
    expect(lines[0]).toBeCloseTo(4, 5);
    expect(lines[width - 1]).toBe(10);
  });
});
