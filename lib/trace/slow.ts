import type { StageFigure } from "@/lib/contracts/trace";
import { grouped } from "@/lib/grouped";
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
 * look. What is usual for a stage is what `figures` say of the whole batch; for what they do not name, what is usual in
 * `tree`.
 */
export function slowSpans({ byId, lengthMs }: TraceTree, figures: readonly StageFigure[] = []): ReadonlySet<string> {
  const kinds = grouped([...byId.values()].filter(isCompared), ({ span }) => span.name);
  const figured = new Map(figures.map(({ name, count, median_ms }) => [name, { count, medianMs: median_ms }]));
  const slow = [...kinds].flatMap(([name, kind]) => slowOf(kind, figured.get(name) ?? usualIn(kind), lengthMs));
  return new Set(slow.map(({ span }) => span.span_id));
}

function isCompared(node: TraceNode): boolean {
  if (node.unfinished || isWait(node)) return false;
  const { name } = node.span;
  return name === spanNames.attempt || (node.children.length === 0 && name !== spanNames.item);
}

const lengthOf = ({ startMs, endMs }: TraceNode): number => endMs - startMs;

/** How many of a kind there are, and the median of their lengths. */
interface Usual {
  count: number;
  medianMs: number;
}

function usualIn(kind: readonly TraceNode[]): Usual {
  const lengths = kind.map(lengthOf).sort((one, other) => one - other);
  return { count: lengths.length, medianMs: lengths[Math.floor(lengths.length / 2)] };
}

function slowOf(kind: readonly TraceNode[], { count, medianMs }: Usual, traceMs: number): TraceNode[] {
  if (count < fewest) return [];
  const leastMs = Math.max(shortestMs, traceMs * leastShare, medianMs * times);
  return kind.filter((node) => lengthOf(node) >= leastMs);
}
