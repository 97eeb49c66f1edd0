import { expect, it } from "vitest";
import { rowsNear } from "@/app/_components/ui/long-list/rows-near";
import { spotsIn } from "@/app/_components/ui/long-list/spot";

const near = { startIndex: 40, endIndex: 44, overscan: 2, count: 100 };
const row = (index: number, height: number, gap: number, top: number) => {
  const start = top + index * (height + gap);
  return { key: index, index, start, end: start + height, size: height, lane: 0 };
};
const ids = Array.from({ length: 10 }, (_, at) => `laid-${at}`);

it("draws what is near the view and both ends of the list", () => {
  expect(rowsNear(near, null)).toEqual([0, 38, 39, 40, 41, 42, 43, 44, 45, 46, 99]);
});

it("keeps a row that is held, with its neighbours, wherever the view is", () => {
  expect(rowsNear(near, 70)).toEqual([0, 38, 39, 40, 41, 42, 43, 44, 45, 46, 69, 70, 71, 99]);
  expect(rowsNear(near, 99)).toEqual([0, 38, 39, 40, 41, 42, 43, 44, 45, 46, 98, 99]);
  expect(rowsNear({ startIndex: 0, endIndex: 1, overscan: 4, count: 2 }, 0)).toEqual([0, 1]);
});

it("leaves the room open that rows take which are not drawn", () => {
  const layout = { columns: 1, gap: 8, top: 500 };
  const spots = spotsIn(
    [0, 4, 5, 9].map((index) => row(index, 90, 8, 500)),
    ids,
    layout,
  );
  expect(spots.map(({ id, above }) => [id, above])).toEqual([
    ["laid-0", 0],
    ["laid-4", 3 * 98],
    ["laid-5", 0],
    ["laid-9", 3 * 98],
  ]);
});

it("fills the rows of a grid, all things of a row alike, and tells which one leads it", () => {
  const layout = { columns: 4, gap: 16, top: 0 };
  const spots = spotsIn(
    [0, 2].map((index) => row(index, 300, 16, 0)),
    ids,
    layout,
  );
  expect(spots.map(({ place }) => place)).toEqual([0, 1, 2, 3, 8, 9]);
  expect(spots.map(({ leads }) => leads)).toEqual([true, false, false, false, true, false]);
  expect(spots.map(({ above }) => above)).toEqual([0, 0, 0, 0, 316, 316]);
  expect(spots[5]).toEqual({ id: "laid-9", place: 9, total: 10, row: 2, leads: false, above: 316 });
});
