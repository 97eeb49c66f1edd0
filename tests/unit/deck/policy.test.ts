import { describe, expect, it } from "vitest";
import { analyze } from "@/lib/pipelines/deck/analyze";
import { groupOf } from "@/lib/pipelines/deck/filters/frame";
import { decide, reasons, targets } from "@/lib/pipelines/deck/policy";
import type { Origin, PathData, Scene, Shape } from "@/lib/pipelines/deck/scene";

const origin: Origin = { id: "it", idGiven: true, tag: "path", line: 1, source: 1 };

/** A zigzag of this many segments with a gradient of this many stops. */
function zigzag(segments: number, stops: number): Shape {
  const outline: PathData = Array.from({ length: segments }, (_, x) => ({ type: x === 0 ? "M" : "L", x, y: x % 2 }));
  const stop = (index: number) => ({ offset: index / stops, colour: { red: index, green: 0, blue: 0, alpha: 1 } });
  const gradient = { kind: "linear", from: { x: 0, y: 0 }, to: { x: 1, y: 0 }, spread: "pad" } as const;
  return {
    ...groupOf(origin, []),
    kind: "shape",
    geometry: { kind: "path", outline },
    fill: {
      paint: {
        ...gradient,
        transform: [1, 0, 0, 1, 0, 0],
        stops: Array.from({ length: stops }, (_, index) => stop(index)),
      },
      rule: "nonzero",
      opacity: 1,
    },
    stroke: null,
    paintOrder: ["fill", "stroke", "markers"],
    markers: [],
  };
}

function analysed(shape: Shape) {
  const scene: Scene = { width: 9, height: 9, title: "", description: "", root: groupOf(origin, [shape]), notes: [] };
  return analyze(scene);
}

describe("the policy", () => {
  it("draws a path with too many segments as a sharp picture", () => {
    const shape = zigzag(25_000, 2);
    const { facts } = analysed(shape);
    expect(decide(shape, facts, targets.balanced)).toEqual({ decision: "picture", reasons: ["path_segments"] });
    expect(decide(shape, facts, targets.quality).decision).toBe("native");
  });

  it("is never less native at quality than at balanced, and never more at compatibility", () => {
    const order = [targets.quality, targets.balanced, targets.speed, targets.compatibility];
    for (const segments of [10, 1_500, 2_500, 12_000, 30_000, 70_000]) {
      for (const stops of [2, 8, 15, 50, 150]) {
        const shape = zigzag(segments, stops);
        const { facts } = analysed(shape);
        const natives = order.map((target) => Number(decide(shape, facts, target).decision === "native"));
        expect(natives).toEqual([...natives].sort((one, other) => other - one));
      }
    }
  });

  it("has a full sentence for every reason", () => {
    for (const sentence of Object.values(reasons)) expect(sentence).toMatch(/^[A-Z].*\.$/);
  });
});

describe("the analysis", () => {
  it("counts what is there and scores it between 0 and 100", () => {
    const { totals, complexity_score, features } = analysed(zigzag(100, 4));
    expect(totals).toMatchObject({ elements: 1, segments: 100, stops: 4, depth: 2 });
    expect(complexity_score).toBeGreaterThan(0);
    expect(complexity_score).toBeLessThan(100);
    expect(features).toEqual([{ name: "gradient", count: 4, native: true }]);
  });
});
