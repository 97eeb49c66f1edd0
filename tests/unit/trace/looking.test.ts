import { describe, expect, it } from "vitest";
import { formatsIn } from "@/app/_data/formats";
import { matchesIn, traceRows } from "@/lib/trace/rows";
import { slowSpans } from "@/lib/trace/slow";
import { around, between, panned, timeScale, wholeStretch, withInSight, zoomed } from "@/lib/trace/stretch";
import { traceTree } from "@/lib/trace/tree";
import { span } from "./spans";

const { markLabel } = formatsIn("en");

describe("the stretch in sight", () => {
  it("zooms around the place that is pointed at", () => {
    const stretch = zoomed({ fromMs: 0, toMs: 100 }, 0.5, 0.2, 1000);
    expect(timeScale(stretch)(20)).toBeCloseTo(0.2);
    expect(stretch.toMs - stretch.fromMs).toBeCloseTo(50);
  });

  it("never leaves the trace", () => {
    const whole = wholeStretch(1000);
    expect(zoomed(whole, 4, 0.5, 1000)).toEqual(whole);
    expect(panned({ fromMs: 900, toMs: 1000 }, 5, 1000).toMs).toBeCloseTo(whole.toMs);
    expect(panned({ fromMs: 10, toMs: 110 }, -5, 1000).fromMs).toBe(0);
  });

  it("shows a span with room on both sides, also one that took no time", () => {
    const stretch = around(500, 500, 1000);
    expect(timeScale(stretch)(500)).toBeCloseTo(0.5);
    expect(stretch.toMs).toBeGreaterThan(stretch.fromMs);
  });

  it("moves to a span that is elsewhere, and stays where some of it is in sight", () => {
    const stretch = { fromMs: 100, toMs: 200 };
    expect(withInSight(stretch, 150, 400, 1000)).toEqual(stretch);
    const moved = withInSight(stretch, 600, 610, 1000);
    expect(timeScale(moved)(605)).toBeCloseTo(0.5);
    expect(moved.toMs - moved.fromMs).toBeCloseTo(100);
  });

  it("is drawn between two moments, whichever comes first", () => {
    expect(between(80, 20, 1000)).toEqual({ fromMs: 20, toMs: 80 });
    expect(between(-50, 5000, 1000)).toEqual(wholeStretch(1000));
    const none = between(500, 500, 1000);
    expect(none.toMs).toBeGreaterThan(none.fromMs);
  });

  it("has marks of which no two read the same, however close they are", () => {
    expect([51_000, 51_020].map((ms) => markLabel(ms, 20))).toEqual(["51.00 s", "51.02 s"]);
    expect([0, 0.05].map((ms) => markLabel(ms, 0.05))).toEqual(["0.00 ms", "0.05 ms"]);
    expect([0, 200].map((ms) => markLabel(ms, 200))).toEqual(["0 ms", "200 ms"]);
  });

  it("has round marks", () => {
    expect(timeScale({ fromMs: 0, toMs: 1000 }).ticks(5)).toEqual([0, 200, 400, 600, 800, 1000]);
    expect(timeScale({ fromMs: 90, toMs: 160 }).ticks(5)).toEqual([90, 100, 110, 120, 130, 140, 150, 160]);
  });
});

describe("the rows", () => {
  const tree = traceTree([
    span("batch", null, 0, 9),
    span("item", "batch", 0, 9),
    span("stage", "item", 1, 2),
    span("closing", "batch", 8, 9),
  ]);

  it("stand as the tree is unfolded", () => {
    const rows = traceRows(tree.roots, ({ span }) => span.name === "batch");
    expect(rows.map(({ node, depth, open }) => [node.span.name, depth, open])).toEqual([
      ["batch", 0, true],
      ["item", 1, false],
      ["closing", 1, false],
    ]);
  });

  it("that match stand in their place, with all that holds them", () => {
    const { found, shown } = matchesIn(tree.byId.values(), ({ span }) => span.name === "stage");
    expect(found).toBe(1);
    const rows = traceRows(tree.roots, () => true, shown);
    expect(rows.map(({ node }) => node.span.name)).toEqual(["batch", "item", "stage"]);
  });
});

it("calls a stage slow that took three times what is usual for it, and none of a kind that is rare", () => {
  const spans = [1, 2, 3, 4].map((n) => ({ ...span(`map ${n}`, "batch", 0, 10), name: "map" }));
  const odd = { ...span("map 5", "batch", 0, 31), name: "map" };
  const rare = { ...span("book", "batch", 0, 900), name: "book" };
  const tree = traceTree([span("batch", null, 0, 900), ...spans, odd, rare]);
  expect([...slowSpans(tree)]).toEqual(["map 5"]);
});

it("calls a stage slow by what is usual in the whole batch, where only a part of it is at hand", () => {
  const part = traceTree([span("batch", null, 0, 900), { ...span("map 1", "batch", 0, 31), name: "map" }]);
  const usual = { name: "map", errors: 0, longest_ms: 31, total_ms: 500, share: 1 };
  expect([...slowSpans(part, [{ ...usual, count: 50, median_ms: 10 }])]).toEqual(["map 1"]);
  expect([...slowSpans(part, [{ ...usual, count: 50, median_ms: 11 }])]).toEqual([]);
  expect([...slowSpans(part)]).toEqual([]);
});
