import { expect, test } from "vitest";
import { compare, score, scoreSet, tolerance } from "@/tests/bench/lineart/boundary/scores";
import { thin } from "@/tests/bench/lineart/boundary/thin";

const width = 160;
const height = 120; // diagonal 200, so the tolerance is 1.5 pixels

/** A map with horizontal lines, each from `from` to before `to` in row `y`. */
function lines(...rows: { y: number; from?: number; to?: number }[]): Uint8Array {
  const map = new Uint8Array(width * height);
  for (const { y, from = 20, to = 120 } of rows) map.fill(1, y * width + from, y * width + to);
  return map;
}

const against = (predicted: Uint8Array, truth: Uint8Array) => score(compare(predicted, truth, width, height));

test("a line on the truth scores 1", () => {
  expect(against(lines({ y: 50 }), lines({ y: 50 }))).toEqual({ precision: 1, recall: 1, f: 1 });
});

test("a line shifted within the tolerance still scores 1", () => {
  expect(tolerance * Math.hypot(width, height)).toBeCloseTo(1.5);
  expect(against(lines({ y: 51 }), lines({ y: 50 })).f).toBe(1);
});

test("a line shifted beyond the tolerance scores 0", () => {
  expect(against(lines({ y: 52 }), lines({ y: 50 })).f).toBe(0);
});

test("a doubled line is right only once", () => {
  const { precision, recall } = against(lines({ y: 49 }, { y: 51 }), lines({ y: 50 }));
  expect(precision).toBe(0.5);
  expect(recall).toBe(1);
});

test("a missing half costs half of the recall and no precision", () => {
  const { precision, recall } = against(lines({ y: 50, to: 70 }), lines({ y: 50 }));
  expect(precision).toBe(1);
  expect(recall).toBe(0.5);
});

test("an empty prediction scores 0 and divides by nothing", () => {
  expect(against(lines(), lines({ y: 50 }))).toEqual({ precision: 0, recall: 0, f: 0 });
  expect(against(lines({ y: 50 }), lines())).toEqual({ precision: 0, recall: 0, f: 0 });
});

test("the matching is maximum where taking the nearest first is not", () => {
  // Predicted at x = 50 and 51, true at 51 and 52: the exact pair 51-51 would leave 50 and 52 two apart.
  const predicted = lines({ y: 50, from: 50, to: 52 });
  const truth = lines({ y: 50, from: 51, to: 53 });
  expect(compare(predicted, truth, width, height).matched).toBe(2);
});

test("a long chain of pairs is augmented to its end", () => {
  const predicted = lines({ y: 50, from: 20, to: 120 });
  const truth = lines({ y: 50, from: 21, to: 121 });
  expect(compare(predicted, truth, width, height).matched).toBe(100);
});

test("ODS takes one level for all pictures, OIS each picture's own", () => {
  const good = { matched: 100, predicted: 100, truth: 100 };
  const poor = { matched: 10, predicted: 100, truth: 100 };
  const fair = { matched: 60, predicted: 100, truth: 100 };
  const { ods, ois } = scoreSet(
    new Map([
      ["simple", [good, poor]],
      ["detailed", [fair, fair]],
    ]),
  );
  expect(ods.level).toBe("detailed");
  expect(ods.f).toBeCloseTo(0.6);
  expect(ois.f).toBeCloseTo(0.8);
});

test("thinning leaves a bar's middle row and keeps its length but for the ends", () => {
  const bar = lines({ y: 49 }, { y: 50 }, { y: 51 });
  const map = thin(bar, width, height);
  const kept = [...map.keys()].filter((at) => map[at]);
  expect(new Set(kept.map((at) => Math.floor(at / width)))).toEqual(new Set([50]));
  expect(kept.length).toBeGreaterThanOrEqual(97);
});

test("thinning takes the corners off a staircase and never breaks it", () => {
  const stairs = new Uint8Array(width * height);
  for (let i = 10; i < 60; i++) stairs[i * width + i] = stairs[i * width + i + 1] = 1;
  const map = thin(stairs, width, height);
  // A diagonal of single pixels is left, with at most one more at an end.
  expect(map.reduce((sum, value) => sum + value, 0)).toBeLessThanOrEqual(51);
  expect(map.reduce((sum, value) => sum + value, 0)).toBeGreaterThanOrEqual(49);
});

test("thinning keeps a ring closed and lines that run along the picture's rim", () => {
  const ring = new Uint8Array(width * height);
  for (let y = 20; y < 60; y++) {
    for (let x = 20; x < 60; x++) if (x < 24 || x >= 56 || y < 24 || y >= 56) ring[y * width + x] = 1;
  }
  ring.fill(1, 0, width);
  const map = thin(ring, width, height);
  expect(map.subarray(0, width).reduce((sum, value) => sum + value, 0)).toBe(width);
  for (const at of map.keys()) {
    if (!map[at] || at < 2 * width) continue;
    const around = [1, -1, width, -width, width + 1, width - 1, -width + 1, -width - 1].filter(
      (step) => map[at + step],
    );
    expect(around.length).toBeGreaterThanOrEqual(2);
  }
});
