import { describe, expect, it } from "vitest";
import type { TraceSpan } from "@/lib/contracts/trace";
import { criticalPath } from "@/lib/trace/critical-path";
import { traceTree } from "@/lib/trace/tree";
import { span } from "./spans";

const pathOf = (spans: TraceSpan[]) => [...criticalPath(traceTree(spans).roots[0]).spans].sort();

describe("the critical path", () => {
  it("goes through what ended last, and before that through what ended before it began", () => {
    expect(
      pathOf([
        span("batch", null, 0, 100),
        span("first", "batch", 0, 40),
        span("beside", "batch", 0, 30),
        span("last", "batch", 40, 100),
      ]),
    ).toEqual(["batch", "first", "last"]);
  });

  it("goes down into the stages of what it goes through, and of nothing else", () => {
    expect(
      pathOf([
        span("batch", null, 0, 100),
        span("long", "batch", 0, 100),
        span("short", "batch", 0, 50),
        span("long stage", "long", 10, 90),
        span("short stage", "short", 10, 40),
      ]),
    ).toEqual(["batch", "long", "long stage"]);
  });

  it("counts a child that outlived its parent up to the parent's end", () => {
    expect(pathOf([span("batch", null, 0, 50), span("a", "batch", 0, 20), span("over", "batch", 20, 80)])).toEqual([
      "a",
      "batch",
      "over",
    ]);
  });

  it("comes to an end with moments that took no time", () => {
    expect(pathOf([span("batch", null, 0, 10), span("nil", "batch", 10, 10), span("a", "batch", 0, 10)])).toEqual([
      "a",
      "batch",
    ]);
  });

  it("goes through a running batch up to the last moment known", () => {
    expect(pathOf([span("batch", null, 0, null), span("a", "batch", 0, 5), span("b", "batch", 5, null)])).toEqual([
      "a",
      "batch",
    ]);
  });

  it("goes from attempt to attempt over the items that shared a slot, and says where one gave way to the next", () => {
    const path = criticalPath(traceTree(sharedSlots).roots[0]);
    expect([...path.spans].sort()).toEqual(["attempt 1", "attempt 3", "batch", "item 1", "item 3"]);
    expect(path.handovers).toEqual([{ from: "attempt 1", to: "attempt 3" }]);
  });

  it("counts a wait only where nothing in the batch ended within it", () => {
    const spans = [
      span("batch", null, 0, 100),
      named("item", span("item", "batch", 0, 100)),
      named("queue wait", span("wait", "item", 0, 70)),
      named("attempt", span("attempt", "item", 70, 100)),
    ];
    expect(pathOf(spans)).toEqual(["attempt", "batch", "item", "wait"]);
    expect(pathOf(sharedSlots)).not.toContain("wait 3");
  });
});

const named = (name: string, one: TraceSpan): TraceSpan => ({ ...one, name });

/** Two slots: the third item took over the slot of the first, while the second went on beside it. */
const sharedSlots = [
  span("batch", null, 0, 100),
  ...[
    [1, 0, 40],
    [2, 0, 60],
    [3, 41, 100],
  ].flatMap(([n, start, end]) => [
    named("item", span(`item ${n}`, "batch", 0, end)),
    named("queue wait", span(`wait ${n}`, `item ${n}`, 0, start)),
    named("attempt", span(`attempt ${n}`, `item ${n}`, start, end)),
  ]),
];
