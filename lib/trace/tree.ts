import type { TraceSpan } from "@/lib/contracts/trace";
import { spanNames } from "./span-names";

/** A span in its place. Times are milliseconds since the trace's first moment. */
export interface TraceNode {
  span: TraceSpan;
  startMs: number;
  /** Never before `startMs`: a clock that stepped back makes a moment, not a negative stretch. */
  endMs: number;
  /** It goes on: its end is the last moment the trace knows of. */
  unfinished: boolean;
  /** Its parent is not in the trace. */
  orphan: boolean;
  parent: TraceNode | null;
  children: TraceNode[];
}

export interface TraceTree {
  /** The batch first, then what belongs to no batch. */
  roots: TraceNode[];
  byId: ReadonlyMap<string, TraceNode>;
  /** Nanoseconds since the Unix epoch at 0 ms. */
  originNano: bigint;
  lengthMs: number;
}

/**
 * Puts spans in a tree, in any order they come: children by when they began, those that began together as they came. A
 * span whose parent is missing hangs under the batch as an orphan; of spans that are each other's parents the first is cut
 * loose. A span met twice counts once.
 */
export function traceTree(spans: readonly TraceSpan[]): TraceTree {
  const unique = [...new Map(spans.map((span) => [span.span_id, span])).values()];
  const moments = unique.flatMap(momentsOf);
  const originNano = moments.reduce((least, at) => (at < least ? at : least), moments[0] ?? 0n);
  const lastNano = moments.reduce((most, at) => (at > most ? at : most), originNano);
  const ms = (nano: bigint) => Number(nano - originNano) / 1e6;
  const lengthMs = ms(lastNano);
  const byId = new Map(unique.map((span) => [span.span_id, nodeOf(span, ms, lengthMs)]));
  const roots = linked(byId);
  for (const node of byId.values()) node.children.sort(byStart);
  return { roots, byId, originNano, lengthMs };
}

const momentsOf = ({ start_unix_nano, end_unix_nano }: TraceSpan): bigint[] =>
  [start_unix_nano, end_unix_nano].filter((at) => at !== null).map(BigInt);

function nodeOf(span: TraceSpan, ms: (nano: bigint) => number, lengthMs: number): TraceNode {
  const startMs = ms(BigInt(span.start_unix_nano));
  const unfinished = span.end_unix_nano === null;
  const endMs = span.end_unix_nano === null ? lengthMs : ms(BigInt(span.end_unix_nano));
  return { span, startMs, endMs: Math.max(startMs, endMs), unfinished, orphan: false, parent: null, children: [] };
}

/** Hangs every node under its parent. @returns those that have none. */
function linked(byId: ReadonlyMap<string, TraceNode>): TraceNode[] {
  const nodes = [...byId.values()];
  const batch = nodes.find(({ span }) => span.name === spanNames.batch) ?? null;
  for (const node of nodes) {
    if (node === batch) continue;
    const parent = byId.get(node.span.parent_span_id ?? "");
    const usable = parent !== undefined && !descends(parent, node);
    node.orphan = !usable && node.span.parent_span_id !== null;
    node.parent = usable ? parent : batch;
    node.parent?.children.push(node);
  }
  const loose = nodes.filter((node) => node.parent === null && node !== batch).sort(byStart);
  return batch === null ? loose : [batch, ...loose];
}

/** Whether `node` hangs, at any depth, under `above`. */
function descends(node: TraceNode, above: TraceNode): boolean {
  for (let at: TraceNode | null = node; at !== null; at = at.parent) if (at === above) return true;
  return false;
}

const byStart = (one: TraceNode, other: TraceNode): number => one.startMs - other.startMs;
