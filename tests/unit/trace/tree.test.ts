import { describe, expect, it } from "vitest";
import { traceTree } from "@/lib/trace/tree";
import { span } from "./spans";

const names = (nodes: { span: { name: string } }[]) => nodes.map(({ span }) => span.name);

describe("a trace's tree", () => {
  it("hangs spans under their parents by when they began, in whatever order they come", () => {
    const tree = traceTree([span("b", "batch", 20, 30), span("a", "batch", 10, 15), span("batch", null, 0, 40)]);
    expect(names(tree.roots)).toEqual(["batch"]);
    expect(names(tree.roots[0].children)).toEqual(["a", "b"]);
    expect(tree.lengthMs).toBe(40);
  });

  it("keeps microseconds of moments that a number does not hold", () => {
    const tree = traceTree([span("batch", null, 0, 1), span("a", "batch", 0.001, 0.003)]);
    expect(tree.byId.get("a")).toMatchObject({ startMs: 0.001, endMs: 0.003 });
  });

  it("takes the batch for the root though its parent is the caller's, and counts a span met twice once", () => {
    const tree = traceTree([span("batch", "caller", 0, 9), span("a", "batch", 1, 2), span("a", "batch", 1, 2)]);
    expect(names(tree.roots)).toEqual(["batch"]);
    expect(tree.roots[0].orphan).toBe(false);
    expect(tree.roots[0].children).toHaveLength(1);
  });

  it("keeps a span whose parent is missing, under the batch, and says so", () => {
    const tree = traceTree([span("batch", null, 0, 9), span("lost", "gone", 3, 4)]);
    expect(names(tree.roots[0].children)).toEqual(["lost"]);
    expect(tree.byId.get("lost")?.orphan).toBe(true);
  });

  it("loses no span when two are each other's parents", () => {
    const tree = traceTree([span("a", "b", 0, 2), span("b", "a", 0, 1)]);
    const under = (nodes: typeof tree.roots): number => nodes.reduce((n, node) => n + 1 + under(node.children), 0);
    expect(under(tree.roots)).toBe(2);
  });

  it("makes a moment of a span whose clock stepped back", () => {
    const tree = traceTree([span("batch", null, 0, 9), span("a", "batch", 5, 3)]);
    expect(tree.byId.get("a")).toMatchObject({ startMs: 5, endMs: 5 });
  });

  it("lets what goes on reach to the last moment known", () => {
    const tree = traceTree([span("batch", null, 0, null), span("a", "batch", 2, 7)]);
    expect(tree.roots[0]).toMatchObject({ endMs: 7, unfinished: true });
  });

  it("is empty without spans", () => {
    expect(traceTree([])).toMatchObject({ roots: [], lengthMs: 0 });
  });
});
