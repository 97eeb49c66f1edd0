import { useEffect, useMemo, useState } from "react";
import { type Matches, traceRows } from "@/lib/trace/rows";
import { spanNames } from "@/lib/trace/span-names";
import type { TraceNode, TraceTree } from "@/lib/trace/tree";

/** Up to so many items are unfolded; of more only those that failed. */
const unfoldedItems = 12;

/** The rows as they stand unfolded. What was folded by hand stays so until a row in it is chosen. */
export function useRows(tree: TraceTree, chosen: TraceNode | null, matches: Matches | null) {
  const [byHand, setByHand] = useState<ReadonlyMap<string, boolean>>(new Map());
  const rows = useMemo(() => {
    const small = (tree.roots[0]?.children.length ?? 0) <= unfoldedItems;
    const openAtFirst = ({ span, children }: TraceNode) =>
      matches !== null
        ? children.some((child) => matches.shown.has(child))
        : small || span.name !== spanNames.item || span.status === "error";
    return traceRows(tree.roots, (node) => byHand.get(node.span.span_id) ?? openAtFirst(node), matches?.shown ?? null);
  }, [tree, byHand, matches]);
  useEffect(() => {
    const above = holdersOf(chosen);
    if (above.length > 0) setByHand((was) => new Map([...was, ...above.map((id): [string, boolean] => [id, true])]));
  }, [chosen]);
  const turn = (node: TraceNode, open: boolean) => setByHand((was) => new Map(was).set(node.span.span_id, open));
  return { rows, turn };
}

function holdersOf(node: TraceNode | null): string[] {
  const ids: string[] = [];
  for (let at = node?.parent ?? null; at !== null; at = at.parent) ids.push(at.span.span_id);
  return ids;
}
