import { isWait } from "./segments";
import { spanNames } from "./span-names";
import type { TraceNode, TraceTree } from "./tree";

/** Fewer than this many of a kind say nothing about what is usual. */
const fewest = 4;
const times = 3;
const shortestMs = 5;
/** Of the whole trace: what is shorter is not what one waits for. */
const leastShare = 0.02;

/**
 * Ids of stages and attempts that took at least three times the median of their kind, and a share of the trace worth a
 * look. What is usual is what is usual in `tree`: of a part of a trace, in that part.
 */
export function slowSpans({ byId, lengthMs }: TraceTree): ReadonlySet<string> {
  const kinds = new Map<string, TraceNode[]>();
  for (const node of byId.values()) {
    if (!isCompared(node)) continue;
    const known = kinds.get(node.span.name);
    if (known === undefined) kinds.set(node.span.name, [node]);
    else known.push(node);
  }
  const slow = [...kinds.values()].filter(({ length }) => length >= fewest).flatMap((kind) => slowOf(kind, lengthMs));
  return new Set(slow.map(({ span }) => span.span_id));
}

function isCompared(node: TraceNode): boolean {
  if (node.unfinished || isWait(node)) return false;
  const { name } = node.span;
  return name === spanNames.attempt || (node.children.length === 0 && name !== spanNames.item);
}

const lengthOf = ({ startMs, endMs }: TraceNode): number => endMs - startMs;

function slowOf(kind: TraceNode[], traceMs: number): TraceNode[] {
  const lengths = kind.map(lengthOf).sort((one, other) => one - other);
  const median = lengths[Math.floor(lengths.length / 2)];
  return kind.filter((node) => lengthOf(node) >= Math.max(shortestMs, traceMs * leastShare, median * times));
}
