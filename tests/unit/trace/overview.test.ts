import { describe, expect, it } from "vitest";
import type { TraceSpan } from "@/lib/contracts/trace";
import { overviewOf } from "@/lib/trace/overview";
import { segmentsOf } from "@/lib/trace/segments";
import { traceTree } from "@/lib/trace/tree";
import { span } from "./spans";

const named = (name: string, one: TraceSpan, facts: Partial<TraceSpan> = {}): TraceSpan => ({ ...one, ...facts, name });

const tree = traceTree([
  span("batch", null, 0, 100),
  named("item", span("item", "batch", 0, 90)),
  named("queue wait", span("wait", "item", 0, 10)),
  named("attempt", span("first", "item", 10, 40), { status: "error", attributes: { attempt: 1 } }),
  named("queue wait", span("again", "item", 40, 50)),
  named("attempt", span("second", "item", 50, 90), { attributes: { attempt: 2 } }),
  span("map", "second", 60, 80),
  named("closing", span("closing", "batch", 90, 100)),
]);
const item = tree.byId.get("item")!;

describe("the bar of an item", () => {
  it("shows waits apart from work, what failed and what was tried again, while the item is folded", () => {
    expect(segmentsOf(item, false).map(({ id, look, again }) => [id, look, again])).toEqual([
      ["wait", "wait", false],
      ["first", "failed", false],
      ["again", "wait", false],
      ["second", "work", true],
    ]);
  });

  it("only holds its rows while it is unfolded", () => {
    expect(segmentsOf(item, true).map(({ look }) => look)).toEqual(["holder"]);
  });

  it("goes on where its work goes on", () => {
    const running = traceTree([span("batch", null, 0, 9), span("map", "batch", 2, null)]).byId.get("map")!;
    expect(segmentsOf(running, false)).toMatchObject([{ startMs: 2, endMs: 9, look: "running" }]);
  });
});

it("gives each item a line of its own in the picture of the whole", () => {
  const { bars, lanes } = overviewOf(tree);
  expect(lanes).toBe(2);
  expect(bars.map(({ id, lane }) => [id, lane])).toEqual([
    ["wait", 0],
    ["first", 0],
    ["again", 0],
    ["second", 0],
    ["closing", 1],
  ]);
});
