import { describe, expect, test } from "vitest";
import { awayFromInk, ledToInk } from "@/lib/pipelines/coloring/lines/beside-ink";
import type { LineGraph } from "@/lib/pipelines/coloring/lines/line-graph";

const side = 120;
const mask = (is: (x: number, y: number) => boolean): Uint8Array =>
  Uint8Array.from({ length: side * side }, (_, i) => (is(i % side, Math.floor(i / side)) ? 1 : 0));
/** A stroke four pixels wide from top to bottom. */
const stroke = mask((x) => x >= 58 && x < 62);

/** One chain for each list of corners, a vertex a pixel; chains that end in one place share it. */
function lines(...ways: [number, number][][]): LineGraph {
  const x: number[] = [];
  const y: number[] = [];
  const vertexAt = (toX: number, toY: number): number => {
    const known = x.findIndex((value, i) => value === toX && y[i] === toY);
    if (known >= 0) return known;
    y.push(toY);
    return x.push(toX) - 1;
  };
  const chains = ways.map((corners) => {
    const chain = [vertexAt(...corners[0])];
    for (let i = 1; i < corners.length; i++) {
      const [[x0, y0], [x1, y1]] = [corners[i - 1], corners[i]];
      const steps = Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0));
      for (let k = 1; k <= steps; k++) chain.push(vertexAt(x0 + ((x1 - x0) * k) / steps, y0 + ((y1 - y0) * k) / steps));
    }
    return Int32Array.from(chain);
  });
  const zeros = x.map(() => 0);
  const [fixed, softness] = [Uint8Array.from(zeros), Float32Array.from(zeros)];
  return { x: Float32Array.from(x), y: Float32Array.from(y), fixed, softness, chains };
}

describe("borders beside ink", () => {
  const limits = { beside: 6, crossing: 24, shortest: 8 };
  const drawn = (borders: LineGraph) =>
    awayFromInk(borders, stroke, side, side, limits).chains.map((chain) => chain.length);

  test("a border that crosses a stroke is drawn through", () => {
    expect(
      drawn(
        lines([
          [10.5, 40.5],
          [110.5, 40.5],
        ]),
      ),
    ).toEqual([101]);
  });

  test("so is one that meets another border under the stroke", () => {
    const meeting = lines(
      [
        [10.5, 40.5],
        [60.5, 40.5],
      ],
      [
        [60.5, 40.5],
        [110.5, 40.5],
      ],
      [
        [60.5, 40.5],
        [60.5, 110.5],
      ],
    );
    expect(drawn(meeting)).toEqual([101]);
  });

  test("one that runs along the stroke gives way to it", () => {
    const along = lines([
      [10.5, 20.5],
      [55.5, 20.5],
      [55.5, 80.5],
      [10.5, 80.5],
    ]);
    const [there, back, ...more] = drawn(along);
    expect(more).toEqual([]);
    expect(there).toBeLessThan(50);
    expect(back).toBeLessThan(50);
  });
});

describe("a border that thick ink cuts off", () => {
  const roof = mask((x) => x >= 50 && x < 72);
  const middle = mask((x) => x === 60);
  const wall = lines([
    [10.5, 40.5],
    [49.5, 40.5],
  ]);
  const limits = { beside: 6, crossing: 24, shortest: 8 };
  const endsOf = (reach: number) => {
    const { x, chains } = ledToInk(awayFromInk(wall, roof, side, side, limits), middle, side, side, reach);
    return chains.map((chain) => x[chain[chain.length - 1]]);
  };

  test("is led on to the ink's middle, so that nothing stays open between them", () => {
    expect(endsOf(14)).toEqual([60.5]);
  });

  test("ends where it ended when no ink is as near as that", () => {
    expect(endsOf(5)[0]).toBeLessThan(50);
  });
});
