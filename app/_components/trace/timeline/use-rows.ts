import { useMemo, useState } from "react";
import { traceRows } from "@/lib/trace/rows";
import type { TraceNode, TraceTree } from "@/lib/trace/tree";

/** Up to so many spans everything is unfolded; beyond, items are folded unless something in them failed. */
const unfoldedSpans = 150;

/** The rows as they stand unfolded. What was folded by hand stays so; what holds the chosen row is open. */
export function useRows(tree: TraceTree, chosen: TraceNode | null) {
  const [turned, turn] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => {
    const above = ancestors(chosen);
    const openAtFirst = ({ span }: TraceNode) =>
      tree.byId.size <= unfoldedSpans || span.name !== "item" || span.status === "error";
    return traceRows(tree.roots, (node) => above.has(node) || openAtFirst(node) !== turned.has(node.span.span_id));
  }, [tree, chosen, turned]);
  const toggle = (node: TraceNode) =>
    turn((was) => {
      const next = new Set(was);
      if (!next.delete(node.span.span_id)) next.add(node.span.span_id);
      return next;
    });
  return { rows, toggle };
}

function ancestors(node: TraceNode | null): ReadonlySet<TraceNode> {
  const found = new Set<TraceNode>();
  for (let at = node?.parent ?? null; at !== null; at = at.parent) found.add(at);
  return found;
}
