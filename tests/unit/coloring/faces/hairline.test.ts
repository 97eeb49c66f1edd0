import { expect, test } from "vitest";
import { coloringOptionsSchema } from "@/lib/contracts/coloring";
import type { Face } from "@/lib/pipelines/coloring/faces/face";
import { oval } from "@/lib/pipelines/coloring/faces/mesh-points";
import { blackRings } from "@/lib/pipelines/coloring/faces/strokes/eye";
import { drawHairlines } from "@/lib/pipelines/coloring/faces/strokes/hairline";
import { ownOf } from "@/lib/pipelines/coloring/faces/strokes/own";
import { penFor } from "@/lib/pipelines/coloring/faces/strokes/pen";
import { graphOf, type Point, smoothThrough } from "@/lib/pipelines/coloring/faces/strokes/stroke";
import { toLab } from "@/lib/pipelines/coloring/kernels/lab";

const size = { width: 300, height: 300 };
const middle = { x: 150, y: 160 };
const radius = { x: 50, y: 65 };
const skinRgb = [222, 180, 150];
const hairRgb = [60, 40, 30];

/** How far a point is from the middle of the face, 1 on the outline of its mesh. */
const partOf = ({ x, y }: Point): number => Math.hypot((x - middle.x) / radius.x, (y - middle.y) / radius.y);

/** A face whose skin ends at `edge` times the outline of its mesh, before hair above and a wall of its own colour below. */
function portrait(edge: number) {
  const rgb = new Uint8Array(3 * size.width * size.height);
  for (let y = 0; y < size.height; y++) {
    for (let x = 0; x < size.width; x++) {
      const isHair = y < middle.y && partOf({ x, y }) > edge;
      rgb.set(isHair ? hairRgb : skinRgb, 3 * (y * size.width + x));
    }
  }
  const lab = toLab(rgb, size.width, size.height);
  const landmarks = { confidence: 1, x: new Float32Array(478).fill(150), y: new Float32Array(478).fill(160) };
  for (const [i, point] of oval.entries()) {
    const angle = (2 * Math.PI * i) / oval.length;
    landmarks.x[point] = middle.x + radius.x * Math.sin(angle);
    landmarks.y[point] = middle.y - radius.y * Math.cos(angle);
  }
  const at = middle.y * size.width + middle.x;
  const skin = { L: [lab.L[at], 0, 0], a: [lab.a[at], 0, 0], b: [lab.b[at], 0, 0] };
  const face: Face = { landmarks, skin, eyes: [], isTurned: false };
  return { lab, face };
}

const nothingDrawn = () => new Uint8Array(size.width * size.height);
const limits = { twin: 8, bridge: 8 };
const pointsIn = ({ x, y, chains }: ReturnType<typeof drawHairlines>): Point[] =>
  chains.flatMap((chain) => [...chain].map((i) => ({ x: x[i], y: y[i] })));

test.each([0.9, 1.1, 1.35])("the line runs where hair begins, at %d of the outline that was expected", (edge) => {
  const { lab, face } = portrait(edge);
  const points = pointsIn(drawHairlines([face], lab, nothingDrawn(), limits));
  expect(points.length).toBeGreaterThan(100);
  for (const point of points) expect(Math.abs(partOf(point) - edge)).toBeLessThan(0.07);
  expect(Math.min(...points.map(({ y }) => y))).toBeLessThan(middle.y - 0.9 * edge * radius.y);
  expect(Math.max(...points.map(({ y }) => y))).toBeLessThan(middle.y + 5);
});

test("nothing is drawn beside a line that is there already, and where skin does not end", () => {
  const { lab, face } = portrait(1.1);
  const drawn = nothingDrawn();
  for (let i = 0; i < drawn.length; i++) {
    const point = { x: i % size.width, y: (i / size.width) | 0 };
    if (Math.abs(partOf(point) - 1.1) < 0.02) drawn[i] = 1;
  }
  expect(drawHairlines([face], lab, drawn, limits).chains).toEqual([]);
  const bald = portrait(9);
  expect(drawHairlines([bald.face], bald.lab, nothingDrawn(), limits).chains).toEqual([]);
});

test("a face that the picture's edge cuts gets no line along it", () => {
  const { lab, face } = portrait(9);
  const cut = { ...face, landmarks: { ...face.landmarks, y: face.landmarks.y.map((y) => y - 110) } };
  expect(drawHairlines([cut], lab, nothingDrawn(), limits).chains).toEqual([]);
});

test("a face's own open ends and closed shapes are known: brow, closed lids with a dot between, open lip", () => {
  const pen = penFor(coloringOptionsSchema.parse({}), 0.25);
  const line = (...points: [number, number][]) => smoothThrough(points.map(([x, y]) => ({ x, y })));
  const dot = blackRings(2, pen.inkMm / pen.scale).map((ring) => {
    const points = Array.from({ length: 24 }, (_, i) => ({
      x: 40 + ring * Math.cos((i * Math.PI) / 12),
      y: 40 + ring * Math.sin((i * Math.PI) / 12),
    }));
    return { points: [...points, points[0]], closed: true };
  });
  const brow = line([10, 10], [40, 5], [70, 10]);
  const lids = [line([10, 40], [40, 20], [70, 40]), line([10, 40], [40, 60], [70, 40])];
  const lip = line([10, 100], [40, 110], [70, 100]);
  const upright = line([40, 20], [40, 5]);
  expect(ownOf(graphOf([brow, ...lids, ...dot, lip]), pen)).toEqual({ ends: 4, holes: 1, specks: 1 });
  expect(ownOf(graphOf([brow, ...lids, upright]), pen)).toEqual({ ends: 2, holes: 1, specks: 0 });
  expect(ownOf(graphOf([]), pen)).toEqual({ ends: 0, holes: 0, specks: 0 });
});
