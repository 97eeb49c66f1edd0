import { describe, expect, it } from "vitest";
import { comparedStages, ratio } from "@/lib/trace/compare";
import { stageFigures } from "@/lib/trace/stage-figures";
import { span } from "./spans";

/** A batch of one item after another, whose map stages take so long, in milliseconds. */
const batchOf = (...maps: number[]) => [
  span("batch", null, 0, 1000),
  span("attempt", "batch", 0, 900),
  span("queue wait", "batch", 0, 500),
  span("parse", "attempt", 0, 10),
  ...maps.map((ms) => span("map", "attempt", 0, ms)),
];

describe("what the stages of a batch took", () => {
  it("is told by the median, the longest, all together and its share, in the order they ran", () => {
    const [parse, map] = stageFigures(batchOf(30, 10, 50));
    expect(parse).toMatchObject({ name: "parse", count: 1, median_ms: 10, share: 0.1 });
    expect(map).toMatchObject({ name: "map", count: 3, median_ms: 30, longest_ms: 50, total_ms: 90, share: 0.9 });
  });

  it("takes the mean of the middle two of an even number", () => {
    expect(stageFigures(batchOf(1, 2, 4, 9))[1].median_ms).toBe(3);
  });

  it("leaves out waiting, what holds other work, and what still goes on", () => {
    const names = stageFigures([...batchOf(5), span("embed", "attempt", 20, null)]).map(({ name }) => name);
    expect(names).toEqual(["parse", "map"]);
  });

  it("counts errors, and gives no negative time where a clock stepped back", () => {
    const broken = { ...span("parse", "attempt", 10, 4), status: "error" as const };
    expect(stageFigures([broken])).toMatchObject([{ errors: 1, median_ms: 0, share: 0 }]);
  });

  it("is nothing for a batch in which nothing ran", () => {
    expect(stageFigures([span("batch", null, 0, null)])).toEqual([]);
  });
});

describe("two batches compared", () => {
  it("by how many times as long the second's median is, and how its share moved", () => {
    const rows = comparedStages(stageFigures(batchOf(10, 20, 30)), stageFigures(batchOf(40, 40, 40)));
    const map = rows.find(({ name }) => name === "map");
    expect(map?.medianRatio).toBe(2);
    expect(map?.shareShift).toBeCloseTo(120 / 130 - 60 / 70);
  });

  it("names a stage that only one of them ran, without a ratio", () => {
    const [one, other] = [stageFigures([span("read", null, 0, 5)]), stageFigures([span("fetch", null, 0, 5)])];
    expect(comparedStages(one, other)).toMatchObject([
      { name: "read", other: null, medianRatio: null, shareShift: -1 },
      { name: "fetch", one: null, medianRatio: null, shareShift: 1 },
    ]);
  });

  it("has no ratio to what took no time", () => {
    expect(ratio(0, 5)).toBeNull();
    expect(ratio(null, 5)).toBeNull();
    expect(ratio(4, 1)).toBe(0.25);
  });
});
