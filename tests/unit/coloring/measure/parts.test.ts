import { expect, test } from "vitest";
import { findPieces } from "@/lib/pipelines/coloring/kernels/pieces";
import { squaredDistance } from "@/lib/pipelines/coloring/measure/euclidean";

const mask = (rows: string[]): [Uint8Array, number, number] => [
  Uint8Array.from([...rows.join("")].map((letter) => Number(letter === "#"))),
  rows[0].length,
  rows.length,
];

const areas = (rows: string[]) =>
  findPieces(...mask(rows)).pieces.map(({ isInk, area }) => `${isInk ? "ink" : "paper"} ${area}`);

test("ink holds together over corners, paper does not", () => {
  expect(areas(["#..", ".#.", "..#"])).toEqual(["ink 3", "paper 3", "paper 3"]);
  expect(areas(["..#", ".#.", "#.."])).toEqual(["paper 3", "ink 3", "paper 3"]);
});

test("arms that meet late are one piece", () => {
  const { pieces } = findPieces(...mask(["#.#.#", "#.#.#", "#####"]));
  expect(pieces.map(({ area }) => area)).toEqual([11, 2, 2]);
  expect(pieces[0]).toEqual({ isInk: true, area: 11, left: 0, top: 0, right: 4, bottom: 2 });
});

test("rows do not run on into the next", () => {
  expect(areas(["..#", "#..", "..."])).toEqual(["paper 7", "ink 1", "ink 1"]);
});

test("distances are Euclidean and know what lies outside", () => {
  const [walls, width, height] = mask(["#....", ".....", ".....", ".....", "....."]);
  expect(squaredDistance(walls, width, height, "open")[4 * width + 3]).toBe(16 + 9);
  expect(squaredDistance(walls, width, height, "wall")[2 * width + 2]).toBe(8);
  expect(squaredDistance(walls, width, height, "wall")[3 * width + 3]).toBe(4);
});

test("distances agree with looking everywhere", () => {
  const width = 23;
  const height = 17;
  const walls = Uint8Array.from({ length: width * height }, (_, i) => Number((i * 7919) % 31 === 0));
  const fast = squaredDistance(walls, width, height, "open");
  for (let i = 0; i < fast.length; i++) {
    let best = Number.POSITIVE_INFINITY;
    for (let j = 0; j < walls.length; j++) {
      if (!walls[j]) continue;
      const dx = (i % width) - (j % width);
      const dy = Math.floor(i / width) - Math.floor(j / width);
      best = Math.min(best, dx * dx + dy * dy);
    }
    expect(fast[i]).toBe(best);
  }
});
