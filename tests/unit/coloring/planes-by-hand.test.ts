import { expect, test } from "vitest";
import { findPieces } from "@/lib/pipelines/coloring/kernels/pieces";
import { traceBorders } from "@/lib/pipelines/coloring/lines/cracks";
import { medianTone } from "@/lib/pipelines/coloring/lines/ink-tone";
import { inkOf } from "@/lib/pipelines/coloring/measure/page-raster";

/** Numbers that look like chance, from 0 to 1, always the same ones. */
function chance(count: number, seed: number): number[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  });
}

const sizes = [
  [1, 1],
  [17, 5],
  [33, 40],
  [64, 31],
];

test.each(sizes)("pieces of a random mask of %i × %i pixels are those that a flood finds", (width, height) => {
  for (const share of [0.3, 0.5, 0.7]) {
    const mask = Uint8Array.from(chance(width * height, 7), (value) => (value < share ? 1 : 0));
    const { pieces, starts, pieceOf } = findPieces(mask, width, height);
    const flooded = floodedPieces(mask, width, height);
    expect(pieces).toEqual(flooded.pieces);
    for (let run = 0; run < pieceOf.length; run++) {
      for (let i = starts[run]; i < starts[run + 1]; i++) expect(flooded.pieceOf[i]).toBe(pieceOf[run]);
    }
  }
});

function floodedPieces(mask: Uint8Array, width: number, height: number) {
  const pieceOf = new Int32Array(mask.length).fill(-1);
  const pieces: unknown[] = [];
  for (let start = 0; start < mask.length; start++) {
    if (pieceOf[start] >= 0) continue;
    const found = [start];
    pieceOf[start] = pieces.length;
    for (const i of found) {
      for (const [dx, dy] of [-1, 0, 1].flatMap((y) => [-1, 0, 1].map((x) => [x, y]))) {
        const [x, y] = [(i % width) + dx, Math.floor(i / width) + dy];
        const isNext = mask[start] === 1 || dx === 0 || dy === 0;
        if (!isNext || x < 0 || y < 0 || x >= width || y >= height) continue;
        const next = y * width + x;
        if (mask[next] !== mask[start] || pieceOf[next] >= 0) continue;
        pieceOf[next] = pieces.length;
        found.push(next);
      }
    }
    const xs = found.map((i) => i % width);
    const ys = found.map((i) => Math.floor(i / width));
    const box = { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
    pieces.push({ isInk: mask[start] === 1, area: found.length, ...box });
  }
  return { pieces, pieceOf };
}

test.each(sizes)("borders of random regions of %i × %i pixels run along every crack once", (width, height) => {
  const labels = Int32Array.from(chance(width * height, 9), (value) => Math.floor(3 * value));
  const { chains, x, y } = traceBorders(labels, width, height);
  const walked = chains.flatMap((chain) => Array.from(chain.subarray(1), (to, i) => crack(chain[i], to))).sort();
  function crack(from: number, to: number): string {
    const corners = [from, to].sort((one, other) => y[one] - y[other] || x[one] - x[other]);
    return corners.map((corner) => `${x[corner]},${y[corner]}`).join("-");
  }
  const cracks: string[] = [];
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const own = labels[row * width + column];
      if (row && own !== labels[(row - 1) * width + column]) cracks.push(`${column},${row}-${column + 1},${row}`);
      if (column && own !== labels[row * width + column - 1]) cracks.push(`${column},${row}-${column},${row + 1}`);
    }
  }
  expect(walked).toEqual(cracks.sort());
});

test("the tone of ink is what half of it is darker than, and ink is what is darker than grey", () => {
  const L = Float32Array.from(chance(1013, 3), (value) => 104 * value - 2);
  const mask = Uint8Array.from(chance(1013, 4), (value) => (value < 0.4 ? 1 : 0));
  const tones = Array.from(L, (value) => Math.max(0, Math.floor(value))).filter((_, i) => mask[i]);
  tones.sort((one, other) => one - other);
  expect(medianTone(L, mask)).toBe(tones[Math.ceil(tones.length / 2) - 1]);
  const grey = Uint8Array.from(chance(1013, 5), (value) => 256 * value);
  expect(inkOf({ grey, width: 1013, height: 1, scale: 1 })).toEqual(grey.map((value) => (value < 128 ? 1 : 0)));
});
