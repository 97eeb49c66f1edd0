import { expect, it } from "vitest";
import { lineWeights } from "@/lib/contracts/terms/coloring";
import { inspect, nothing } from "@/lib/pipelines/coloring/inspect";
import type { Curve } from "@/lib/pipelines/coloring/lines/bezier";
import { optionsWith, stageContext } from "./press";

const sheet = { width: 210, height: 297, margin: 10, rim: 0.5 };
const placement = { scale: 1, left: 0, top: 0 };

/** A closed box as a curve of straight sides, in mm. */
function box(x: number, y: number, width: number, height: number): Curve {
  const corners = [x, y, x + width, y, x + width, y + height, x, y + height, x, y];
  const points = corners.slice(0, 2);
  for (let i = 2; i < corners.length; i += 2) {
    const [x0, y0, x1, y1] = corners.slice(i - 2, i + 2);
    points.push(x0, y0, x1, y1, x1, y1);
  }
  return { points, closed: true };
}

/** Boxes whose sides lie at every place between the dots of a measurement. */
const boxes = Array.from({ length: 60 }, (_, i) =>
  box(12 + (i % 6) * 31.137, 12 + Math.floor(i / 6) * 27.071, 27.3, 23.9),
);

it.each(lineWeights)("finds nothing wrong with even boxes drawn with a %s pen", (line_weight) => {
  const context = stageContext();
  const options = optionsWith({ line_weight, page_size: "a4" });
  expect(inspect({ curves: boxes, own: nothing, sheet, placement, options }, context)).toEqual([]);
  expect(context.attributes["page.grey_share"]).toBe(0);
});

it("takes the eyes of faces far away for eyes, and the same dots without a face for dirt", () => {
  const eyes = [20, 24, 60, 64].map((x) => box(x + 0.2, 14, 0.4, 0.4));
  const around = { curves: [...boxes, ...eyes], sheet, placement, options: optionsWith({ page_size: "a4" }) };
  expect(inspect({ ...around, own: nothing }, stageContext())).toEqual(["it has 4 specks"]);
  const faces = { ...nothing.faces, specks: eyes.length };
  const context = stageContext();
  expect(inspect({ ...around, own: { ...nothing, faces } }, context)).toEqual([]);
  expect(context.attributes["page.specks"]).toBe(0);
});
