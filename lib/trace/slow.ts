import type { TraceNode } from "./tree";

/** Fewer than this many of a kind say nothing about what is usual. */
const fewest = 4;
const times = 3;
const shortestMs = 5;

/** Ids of stages that took at least three times the median of their kind in this trace. */
export function slowSpans(nodes: Iterable<TraceNode>): ReadonlySet<string> {
  const kinds = new Map<string, TraceNode[]>();
  for (const node of nodes) {
    if (node.children.length > 0 || node.span.name === "queue wait" || node.unfinished) continue;
    const known = kinds.get(node.span.name);
    if (known === undefined) kinds.set(node.span.name, [node]);
    else known.push(node);
  }
  const slow = [...kinds.values()].filter(({ length }) => length >= fewest).flatMap(slowOf);
  return new Set(slow.map(({ span }) => span.span_id));
}

const lengthOf = ({ startMs, endMs }: TraceNode): number => endMs - startMs;

function slowOf(kind: TraceNode[]): TraceNode[] {
  const lengths = kind.map(lengthOf).sort((one, other) => one - other);
  const median = lengths[Math.floor(lengths.length / 2)];
  return kind.filter((node) => lengthOf(node) >= Math.max(shortestMs, median * times));
}
