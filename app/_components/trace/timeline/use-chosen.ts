import { useEffect } from "react";
import { spanNames } from "@/lib/trace/span-names";
import type { TraceNode, TraceTree } from "@/lib/trace/tree";
import type { TraceLocation } from "../trace-location";

/**
 * The span that the address names; its item while the item's stages are not read, and where an attempt that went on has
 * ended and got its own spans.
 */
export function useChosen(
  tree: TraceTree,
  { get }: Pick<TraceLocation, "get">,
  onWant: (places: Iterable<number>) => void,
): TraceNode | null {
  const [span, item] = [get("span"), get("item")];
  const place = /^\d+$/.test(item ?? "") ? Number(item) : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each place, not for each new function.
  useEffect(() => {
    if (place !== null) onWant([place]);
  }, [place]);
  if (span === null) return null;
  return tree.byId.get(span) ?? (place === null ? null : itemAt(tree, place));
}

function itemAt({ byId }: TraceTree, place: number): TraceNode | null {
  for (const node of byId.values()) {
    if (node.span.name === spanNames.item && node.span.attributes["item.index"] === place) return node;
  }
  return null;
}
