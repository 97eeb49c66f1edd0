import fc from "fast-check";
import { expect, it } from "vitest";
import { clipCurve } from "@/lib/pipelines/coloring/sketch/clip";
import { boxOf } from "@/lib/pipelines/coloring/sketch/curves";
import { UnreadableSketch } from "@/lib/pipelines/coloring/sketch/read-svg";
import { readSketch } from "@/lib/pipelines/coloring/sketch/sketch";

const page = { left: 0, top: 0, right: 100, bottom: 80 };
const number = fc.double({ min: -400, max: 500, noNaN: true });
const curve = fc
  .integer({ min: 1, max: 6 })
  .chain((pieces) => fc.array(number, { minLength: 2 + 6 * pieces, maxLength: 2 + 6 * pieces }));

it("what is left of any curve lies inside the page, in whole pieces", () => {
  fc.assert(
    fc.property(curve, (points) => {
      const runs = clipCurve({ points, closed: false }, page);
      for (const run of runs) {
        expect((run.points.length - 2) % 6).toBe(0);
        const box = boxOf([run]);
        expect(Math.min(box.left - page.left, box.top - page.top)).toBeGreaterThanOrEqual(0);
        expect(Math.min(page.right - box.right, page.bottom - box.bottom)).toBeGreaterThanOrEqual(0);
      }
    }),
    { seed: 7, numRuns: 300 },
  );
});

it("a curve that lies inside stays as it is", () => {
  const points = [10, 10, 20, 70, 80, 70, 90, 10];
  expect(clipCurve({ points, closed: true }, page)).toEqual([{ points, closed: true }]);
});

it("whatever an answer is, it becomes lines inside the page or is refused in words", () => {
  const tokens = fc.constantFrom(..."MmLlHhVvCcSsQqTtAaZz -.,0123456789e#".split(""), "NaN", "1e308", "url(#a)", "<g>");
  const path = fc.array(tokens, { maxLength: 60 }).map((all) => all.join(""));
  const answer = fc
    .tuple(path, path, fc.string())
    .map(
      ([d, transform, fill]) =>
        `<svg viewBox="0 0 100 80"><path d="M5 5h9${quoted(d)}" stroke="black" fill="${quoted(fill)}"` +
        ` transform="${quoted(transform)}"/></svg>`,
    );
  fc.assert(
    fc.property(answer, (text) => {
      try {
        const { curves, view } = readSketch(text);
        const box = boxOf(curves);
        expect([box.left, box.top, box.right, box.bottom].every(Number.isFinite)).toBe(true);
        expect(box.right).toBeLessThanOrEqual(view.right);
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(UnreadableSketch);
      }
    }),
    { seed: 7, numRuns: 500 },
  );
});

const quoted = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
