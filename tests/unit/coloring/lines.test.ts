import { describe, expect, test } from "vitest";
import { fitCurve } from "@/lib/pipelines/coloring/lines/bezier";
import { traceBorders } from "@/lib/pipelines/coloring/lines/cracks";
import { isClosed } from "@/lib/pipelines/coloring/lines/line-graph";
import { refineToCrest } from "@/lib/pipelines/coloring/lines/refine";
import { dropShortDrawings, pruneTwigs, traceSkeleton } from "@/lib/pipelines/coloring/lines/skeleton";
import { smoothStrokes } from "@/lib/pipelines/coloring/lines/smooth";
import { joinStrokes } from "@/lib/pipelines/coloring/lines/strokes";

const labelled = (width: number, height: number, label: (x: number, y: number) => number) =>
  Int32Array.from({ length: width * height }, (_, i) => label(i % width, Math.floor(i / width)));

describe("borders", () => {
  test("an island is one closed chain, the picture's edge none", () => {
    const disc = labelled(40, 40, (x, y) => (Math.hypot(x - 20, y - 20) < 10 ? 1 : 0));
    const { chains } = traceBorders(disc, 40, 40);
    expect(chains).toHaveLength(1);
    expect(isClosed(chains[0])).toBe(true);
  });

  test("three regions meet in one junction, ends on the edge are fixed", () => {
    const graph = traceBorders(
      labelled(30, 30, (x, y) => (y < 15 ? 0 : x < 15 ? 1 : 2)),
      30,
      30,
    );
    expect(graph.chains).toHaveLength(3);
    const fixed = graph.fixed.reduce((sum, value) => sum + value, 0);
    expect(fixed).toBe(3);
  });

  test("a line that runs straight through a junction is one stroke", () => {
    const graph = traceBorders(
      labelled(30, 30, (x, y) => (y < 15 ? 0 : x < 15 ? 1 : 2)),
      30,
      30,
    );
    const strokes = joinStrokes(graph);
    expect(strokes.chains.map((chain) => chain.length).sort((one, other) => one - other)).toEqual([16, 31]);
  });
});

describe("smoothing", () => {
  test("stairs become a straight line and the ends stay", () => {
    const graph = joinStrokes(
      traceBorders(
        labelled(60, 60, (x, y) => (x + 0.5 * y < 40 ? 0 : 1)),
        60,
        60,
      ),
    );
    const [chain] = graph.chains;
    const first = [graph.x[chain[0]], graph.y[chain[0]]];
    smoothStrokes(graph, 24);
    expect([graph.x[chain[0]], graph.y[chain[0]]]).toEqual(first);
    for (const vertex of chain.slice(8, -8)) {
      expect(Math.abs(graph.x[vertex] + 0.5 * graph.y[vertex] - 40.25)).toBeLessThan(0.5);
    }
  });

  test("a circle keeps its size", () => {
    const graph = traceBorders(
      labelled(80, 80, (x, y) => (Math.hypot(x - 39.5, y - 39.5) < 25 ? 1 : 0)),
      80,
      80,
    );
    smoothStrokes(graph, 24);
    for (const vertex of graph.chains[0]) {
      expect(Math.abs(Math.hypot(graph.x[vertex] - 40, graph.y[vertex] - 40) - 25)).toBeLessThan(0.8);
    }
  });
});

describe("skeletons", () => {
  test("a cross has four arms and one junction", () => {
    const mask = Uint8Array.from(
      labelled(41, 41, (x, y) => Number((x === 20 || y === 20) && x > 3 && y > 3 && x < 37 && y < 37)),
    );
    const graph = traceSkeleton(mask, 41, 41);
    expect(graph.chains).toHaveLength(4);
    expect(joinStrokes(graph).chains).toHaveLength(2);
  });

  test("short twigs and short drawings go", () => {
    const mask = new Uint8Array(50 * 50);
    for (let x = 5; x < 45; x++) mask[20 * 50 + x] = 1;
    for (let y = 17; y < 20; y++) mask[y * 50 + 25] = 1;
    for (let x = 10; x < 13; x++) mask[40 * 50 + x] = 1;
    const graph = dropShortDrawings(pruneTwigs(traceSkeleton(mask, 50, 50), 6), 6);
    expect(graph.chains).toHaveLength(2);
    expect(joinStrokes(graph).chains).toHaveLength(1);
  });
});

describe("Bézier fitting", () => {
  const circle = (count: number) => ({
    x: Float64Array.from({ length: count + 1 }, (_, i) => 50 * Math.cos((2 * Math.PI * (i % count)) / count)),
    y: Float64Array.from({ length: count + 1 }, (_, i) => 50 * Math.sin((2 * Math.PI * (i % count)) / count)),
    closed: true,
  });

  test("a circle takes few curves", () => {
    const { points, closed } = fitCurve(circle(300), 0.5);
    expect(closed).toBe(true);
    expect((points.length - 2) / 6).toBeLessThanOrEqual(6);
    expect(points.slice(-2)).toEqual(points.slice(0, 2));
  });

  test("a corner stays a corner", () => {
    const x = Float64Array.from({ length: 61 }, (_, i) => Math.min(i, 30));
    const y = Float64Array.from({ length: 61 }, (_, i) => Math.max(0, i - 30));
    const { points } = fitCurve({ x, y, closed: false }, 0.3);
    expect((points.length - 2) / 6).toBe(2);
    expect(points.slice(6, 8)).toEqual([30, 0]);
  });

  test("two points are one straight piece", () => {
    const line = { x: Float64Array.of(0, 3), y: Float64Array.of(0, 6), closed: false };
    expect(fitCurve(line, 0.3).points).toEqual([0, 0, 1, 2, 2, 4, 3, 6]);
  });
});

describe("crests", () => {
  test("a border beside the crest moves onto it, to a part of a pixel", () => {
    const graph = traceBorders(
      labelled(40, 30, (x) => (x < 18 ? 0 : 1)),
      40,
      30,
    );
    const crest = Float32Array.from({ length: 40 * 30 }, (_, i) => 10 * Math.exp(-(((i % 40) + 0.5 - 19.7) ** 2) / 8));
    const refined = refineToCrest(graph, crest, 40, 30, 3);
    for (const vertex of graph.chains[0].slice(4, -4)) expect(Math.abs(refined.x[vertex] - 19.7)).toBeLessThan(0.2);
    const soft = refineToCrest({ ...graph, softness: graph.softness.map(() => 1) }, crest, 40, 30, 3);
    expect(soft.x).toEqual(graph.x);
  });

  test("without a crest nothing moves", () => {
    const graph = traceBorders(
      labelled(40, 30, (x) => (x < 18 ? 0 : 1)),
      40,
      30,
    );
    const ramp = Float32Array.from({ length: 40 * 30 }, (_, i) => i % 40);
    expect(refineToCrest(graph, ramp, 40, 30, 3).x).toEqual(graph.x);
  });
});
