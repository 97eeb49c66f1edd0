import { describe, expect, test } from "vitest";
import { coloringOptionsSchema } from "@/lib/contracts/coloring";
import type { Landmarks } from "@/lib/pipelines/coloring/faces/landmarks";
import { farEye, lips, type MeshPoint, nearEye, noseBase } from "@/lib/pipelines/coloring/faces/mesh-points";
import { drawBrow } from "@/lib/pipelines/coloring/faces/strokes/brow";
import { blackRings, drawEye, within } from "@/lib/pipelines/coloring/faces/strokes/eye";
import { reachOf } from "@/lib/pipelines/coloring/faces/strokes/jaw";
import { drawMouth } from "@/lib/pipelines/coloring/faces/strokes/mouth";
import { drawNose } from "@/lib/pipelines/coloring/faces/strokes/nose";
import { type Pen, penFor } from "@/lib/pipelines/coloring/faces/strokes/pen";
import { contains, distance, graphOf, smoothThrough } from "@/lib/pipelines/coloring/faces/strokes/stroke";
import { isClosed } from "@/lib/pipelines/coloring/lines/line-graph";

const blank = (): Landmarks => ({ confidence: 1, x: new Float32Array(478), y: new Float32Array(478) });

/** Lays points along an arc from `left` to `right` that is `high` pixels high in its middle. */
function arc(
  face: Landmarks,
  points: readonly MeshPoint[],
  left: number,
  right: number,
  y: number,
  high: number,
): void {
  for (const [i, point] of points.entries()) {
    const part = i / (points.length - 1);
    face.x[point] = left + part * (right - left);
    face.y[point] = y - high * Math.sin(Math.PI * part);
  }
}

/** An eye of 60 pixels with an opening of 2 × `open`, and an iris of 20 pixels in its middle. */
function eyeOf(open: number): Landmarks {
  const face = blank();
  arc(face, nearEye.upperLid, 100, 160, 200, open);
  arc(face, nearEye.lowerLid, 100, 160, 200, -open);
  arc(face, nearEye.fold, 96, 164, 198, open + 22);
  arc(face, nearEye.browTop, 92, 168, 160, 14);
  arc(face, nearEye.browBottom, 92, 168, 166, 10);
  const edge = [
    [0, 0],
    [10, 0],
    [0, -10],
    [-10, 0],
    [0, 10],
  ];
  for (const [i, [x, y]] of edge.entries()) {
    face.x[nearEye.iris[i]] = 130 + x;
    face.y[nearEye.iris[i]] = 200 + y;
  }
  return face;
}

const penAt = (scale: number, options = {}): Pen => penFor(coloringOptionsSchema.parse(options), scale);

describe("an eye", () => {
  test("has two lids from corner to corner, an iris, a black pupil and a fold", () => {
    const pen = penAt(0.25);
    const [upper, lower, iris, ...rest] = drawEye(eyeOf(14), nearEye, pen);
    for (const lid of [upper, lower]) {
      expect(lid.points[0]).toEqual({ x: 100, y: 200 });
      expect(lid.points.at(-1)?.x).toBeCloseTo(160, 3);
    }
    expect(iris.closed).toBe(true);
    expect(rest.filter(({ closed }) => closed).length).toBeGreaterThan(1);
    expect(rest.at(-1)?.closed).toBe(false);
  });

  test("has its iris cut off by the lids", () => {
    const strokes = drawEye(eyeOf(7), nearEye, penAt(0.25));
    const [upper, lower, ...iris] = strokes.slice(0, 4);
    const almond = [...upper.points, ...lower.points.toReversed()];
    expect(iris).toHaveLength(2);
    for (const { points, closed } of iris) {
      expect(closed).toBe(false);
      expect(points.every((point) => contains(almond, point))).toBe(true);
    }
  });

  const plain = { detail: "simple" };

  test("is one line when it is closed", () => {
    expect(drawEye(eyeOf(3), nearEye, penAt(0.25, plain))).toHaveLength(1);
  });

  test("is its upper lid over a black dot when it is too small for two lids or narrowed by a smile", () => {
    for (const strokes of [
      drawEye(eyeOf(14), nearEye, penAt(0.04, plain)),
      drawEye(eyeOf(5), nearEye, penAt(0.25, plain)),
    ]) {
      const [lid, ...dot] = strokes;
      expect(lid.closed).toBe(false);
      expect(lid.points[30].y).toBeLessThan(200);
      expect(dot.length).toBeGreaterThan(0);
      expect(dot.every(({ closed }) => closed)).toBe(true);
    }
  });

  test("is a dot that can still be seen when it is tiny", () => {
    const scale = 0.03;
    const [dot, ...within] = drawEye(eyeOf(14), nearEye, penAt(scale, plain));
    expect([dot, ...within].every(({ closed }) => closed)).toBe(true);
    const across = Math.max(...dot.points.map(({ x }) => x)) - Math.min(...dot.points.map(({ x }) => x));
    expect(across * scale + 0.6).toBeGreaterThan(0.9);
  });

  test("keeps its pupil white on a worksheet of dashes", () => {
    const pupil = drawEye(eyeOf(14), nearEye, penAt(0.25, { style: "dashed" })).filter(({ closed }) => closed);
    expect(pupil).toHaveLength(2);
  });
});

test("rings of a pupil leave no white between them and stay inside it", () => {
  for (const radius of [0.5, 1, 2.7, 8]) {
    const rings = blackRings(radius, 0.6);
    expect(rings[0] + 0.3).toBeCloseTo(radius);
    for (const [i, ring] of rings.entries()) expect(ring - (rings[i + 1] ?? -0.3)).toBeLessThanOrEqual(0.6);
  }
  expect(blackRings(2, 0)).toEqual([2]);
});

test("an iris without room for a pupil is a black dot", () => {
  const rings = drawEye(eyeOf(14), nearEye, penAt(0.15, { detail: "simple", line_weight: "thin" })).slice(2);
  const largest = Math.max(...rings.map(({ points }) => points[0].x - 130));
  expect(largest).toBeLessThan(7);
});

test("a ring is cut into the parts inside a polygon, also across its start", () => {
  const ring = Array.from({ length: 48 }, (_, i) => ({
    x: Math.cos((i * Math.PI) / 24),
    y: Math.sin((i * Math.PI) / 24),
  }));
  const right = [
    { x: 0.5, y: -2 },
    { x: 2, y: -2 },
    { x: 2, y: 2 },
    { x: 0.5, y: 2 },
  ];
  const [part, ...others] = within(ring, right);
  expect(others).toEqual([]);
  expect(part.points[0].y).toBeLessThan(-0.7);
  expect(part.points.at(-1)?.y).toBeGreaterThan(0.7);
});

test("a brow is a closed shape, or one line where it is thin on paper", () => {
  expect(drawBrow(eyeOf(14), nearEye, penAt(0.5))[0].closed).toBe(true);
  expect(drawBrow(eyeOf(14), nearEye, penAt(0.05))[0].closed).toBe(false);
});

describe("a mouth", () => {
  const mouthOf = (open: number): Landmarks => {
    const face = blank();
    arc(face, lips.outerTop, 100, 180, 300, 14);
    arc(face, lips.outerBottom, 100, 180, 300, -20 - open);
    arc(face, lips.innerTop, 102, 178, 300, 1);
    arc(face, lips.innerBottom, 102, 178, 300, -1 - open);
    return face;
  };

  test("is its outline and the line between the lips", () => {
    const strokes = drawMouth(mouthOf(0), penAt(0.25));
    expect(strokes).toHaveLength(3);
    for (const { points } of strokes) expect([points[0].x, points.at(-1)?.x]).toEqual([100, 180]);
  });

  test("shows both inner edges when it is open, and one line when it is tiny", () => {
    expect(drawMouth(mouthOf(16), penAt(0.25))).toHaveLength(4);
    expect(drawMouth(mouthOf(0), penAt(0.02))).toHaveLength(1);
  });
});

test("a nose has no wings where they are small, and no line at all where it is tiny", () => {
  const face = blank();
  arc(face, noseBase, 100, 140, 250, -8);
  const widthAt = (scale: number) => {
    const [nose] = drawNose(face, penAt(scale));
    return nose ? distance(nose.points[0], nose.points[nose.points.length - 1]) : 0;
  };
  expect(widthAt(0.3)).toBeCloseTo(40, 0);
  expect(widthAt(0.15)).toBeCloseTo(24, 0);
  expect(widthAt(0.05)).toBe(0);
});

test("a jaw reaches as far as the nearest line, and is not drawn along one", () => {
  expect(reachOf([20, 15, 10, 5, 3, 1, 0], 4)).toBe(5);
  expect(reachOf([20, 10, 3.9, 3.8, 3.9, 3.9], 4)).toBe(4);
  expect(reachOf([3, 2, 8, 20], 4)).toBe(0);
});

test("a smooth line runs through its points, closely spaced, and a closed one ends where it begins", () => {
  const points = [
    { x: 0, y: 0 },
    { x: 10, y: 5 },
    { x: 20, y: 0 },
  ];
  const open = smoothThrough(points);
  for (const point of points)
    expect(Math.min(...open.points.map((other) => distance(point, other)))).toBeLessThan(1e-6);
  const steps = open.points.slice(1).map((point, i) => distance(point, open.points[i]));
  expect(Math.max(...steps)).toBeLessThan(0.8);
  const graph = graphOf([open, smoothThrough(points, true)]);
  expect(graph.chains.map(isClosed)).toEqual([false, true]);
});

test("both eyes are drawn from the same number of points", () => {
  for (const line of Object.keys(nearEye) as (keyof typeof nearEye)[]) {
    expect(nearEye[line]).toHaveLength(farEye[line].length);
  }
});
