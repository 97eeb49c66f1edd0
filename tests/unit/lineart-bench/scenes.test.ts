import { expect, test } from "vitest";
import { scenes, splitOf, splits, stylesOf } from "@/tests/bench/lineart/scenes";
import { area, band, box, line, oval, scene } from "@/tests/bench/lineart/scenes/drawing";
import { drawFlat, mapAreas, outlinesOf } from "@/tests/bench/lineart/scenes/render";
import { styles } from "@/tests/bench/lineart/scenes/styles";

const count = (mask: Uint8Array): number => mask.reduce((sum, value) => sum + value, 0);
/** Pixels of the outlines per unit of a scene 400 wide. */
const zoom = 2;

test("there are at least sixty scenes, each with a name of its own", () => {
  expect(scenes.length).toBeGreaterThanOrEqual(60);
  expect(new Set(scenes.map(({ name }) => name)).size).toBe(scenes.length);
});

test("each style has scenes to tune on and scenes that are only reported", () => {
  for (const style of styles) {
    for (const split of splits) {
      const members = scenes.filter((_, index) => splitOf(index) === split && stylesOf(index).includes(style));
      expect(members.length, `${style.name} ${split}`).toBeGreaterThanOrEqual(8);
    }
  }
});

test("no scene's areas meet in colours that nobody can tell apart", () => {
  for (const one of scenes) {
    const { ids, width, height } = mapAreas(one, "colours");
    // Pen lines may lie on borders.
    const { rgb } = drawFlat({ ...one, elements: one.elements.filter(({ kind }) => kind === "area") });
    let borders = 0;
    let faint = 0;
    for (let i = 2; i < ids.length - 3; i++) {
      // Two pixels to either side are beyond the anti-aliasing; places where a third area comes in are left out.
      if (i % width < 3 || i % width > width - 4 || i > width * height - width) continue;
      if (ids[i] === ids[i + 1] || ids[i - 2] !== ids[i] || ids[i + 3] !== ids[i + 1]) continue;
      const [a, b] = [3 * (i - 2), 3 * (i + 3)];
      borders++;
      if (Math.hypot(rgb[a] - rgb[b], rgb[a + 1] - rgb[b + 1], rgb[a + 2] - rgb[b + 2]) < 24) faint++;
    }
    expect(faint / borders, one.name).toBeLessThan(0.03);
  }
});

test("an area's outline is where it ends, and what covers it hides it", () => {
  const square = area("#c00", box(100, 100, 100, 100));
  const whole = outlinesOf(scene("square", 400, 400, square), "areas");
  expect(count(whole.mask) / zoom).toBeCloseTo(400, -1);
  const half = outlinesOf(scene("half", 400, 400, square, area("#00c", box(0, 0, 150, 400))), "areas");
  // Of the square the right half is seen: 50 + 100 + 50, and the cover's edge is 400 long.
  expect(count(half.mask) / zoom).toBeCloseTo(600, -1);
});

test("areas of one colour that touch have a border only where it is drawn", () => {
  const two = scene("two", 400, 400, area("#c00", box(100, 100, 100, 100)), area("#c00", box(200, 100, 100, 100)));
  const [seen, drawn] = [count(outlinesOf(two, "colours").mask), count(outlinesOf(two, "areas").mask)];
  expect((drawn - seen) / zoom).toBeCloseTo(100, -1);
});

test("a pen line counts once, a band twice", () => {
  const pen = outlinesOf(scene("pen", 400, 400, line("M100 200H300", 4)), "areas");
  expect(count(pen.mask) / zoom).toBeCloseTo(200, -1);
  const broad = outlinesOf(scene("band", 400, 400, area("#c00", band("M100 200H300", 20))), "areas");
  expect(count(broad.mask) / zoom).toBeCloseTo(2 * 200 + Math.PI * 20, -2);
});

test("a line that a later area covers is gone", () => {
  const covered = scene("covered", 400, 400, line("M100 200H300", 4), area("#c00", oval(200, 200, 150)));
  const bare = scene("bare", 400, 400, area("#c00", oval(200, 200, 150)));
  expect(outlinesOf(covered, "areas").mask).toEqual(outlinesOf(bare, "areas").mask);
});

test("a style draws the same bytes again", async () => {
  for (const style of styles) {
    const [first, second] = [await style.draw(scenes[0]), await style.draw(scenes[0])];
    expect(first.equals(second), style.name).toBe(true);
  }
});
