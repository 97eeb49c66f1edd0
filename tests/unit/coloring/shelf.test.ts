import { expect, test } from "vitest";
import { kernels, shelfRoom } from "@/lib/pipelines/coloring/kernels/planes/workbench";
import { borrowBytes, borrowFloats, emptyBytes, giveBack, withShelf } from "@/lib/pipelines/coloring/kernels/shelf";

const isOnShelf = ({ buffer }: { buffer: ArrayBufferLike }) => buffer === kernels.memory.buffer;
const room = shelfRoom.to - shelfRoom.from;

test("planes that are borrowed are 0, lie apart from each other, and where one was the next finds room", () => {
  const planes = [1000, 1, 5000].map(borrowFloats);
  for (const [i, plane] of planes.entries()) plane.fill(i + 1);
  for (const [i, plane] of planes.entries()) expect(new Set(plane)).toEqual(new Set([i + 1]));
  giveBack(planes[1], planes[0]);
  const again = borrowFloats(1000);
  expect(again.byteOffset).toBe(planes[0].byteOffset);
  expect(new Set(again)).toEqual(new Set([0]));
  giveBack(again, planes[2]);
});

test("given back in any order, planes leave the whole shelf free", () => {
  const planes = Array.from({ length: 40 }, (_, i) => emptyBytes(1000 * (i + 1)));
  const shuffled = planes.map((plane, i) => ({ plane, key: (i * 17) % 40 })).sort((one, other) => one.key - other.key);
  giveBack(...shuffled.map(({ plane }) => plane));
  const whole = emptyBytes(room - 1024);
  expect(isOnShelf(whole)).toBe(true);
  giveBack(whole);
});

test("a plane for which there is no room on the shelf is made elsewhere", () => {
  const most = emptyBytes(room - 1024);
  const one = borrowBytes(100_000);
  expect(isOnShelf(one)).toBe(false);
  expect(one.length).toBe(100_000);
  giveBack(one, most);
  const other = emptyBytes(100_000);
  expect(isOnShelf(other)).toBe(true);
  giveBack(other);
});

test("what a page that is given up has borrowed goes back when no page is drawn any more, and nothing else", async () => {
  const mine = borrowFloats(10).fill(3);
  let last = Promise.resolve();
  const first = withShelf(async () => {
    borrowFloats(1000);
    last = withShelf(async () => {
      const kept = borrowFloats(1000).fill(2);
      await new Promise((resolve) => setImmediate(resolve));
      borrowFloats(2000).fill(1);
      expect(new Set(kept)).toEqual(new Set([2]));
    });
    throw new Error("given up");
  });
  await expect(first).rejects.toThrow("given up");
  await last;
  expect(new Set(mine)).toEqual(new Set([3]));
  const whole = emptyBytes(room - 2048);
  expect(isOnShelf(whole)).toBe(true);
  giveBack(whole, mine);
});
