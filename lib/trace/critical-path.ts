import { isWait } from "./segments";
import { spanNames } from "./span-names";
import type { TraceNode } from "./tree";

/** Where one span of the path gave way to the next: `to` began once `from` had ended. Span ids. */
export interface Handover {
  from: string;
  to: string;
}

export interface CriticalPath {
  /** Span ids, the root among them. */
  spans: ReadonlySet<string>;
  /** From the last to the first. */
  handovers: readonly Handover[];
}

export const noPath: CriticalPath = { spans: new Set(), handovers: [] };

/**
 * The spans that decided how long `root` took: walked back from its end, each time into the work that ended last before
 * the moment reached, until nothing in it ended earlier. Shortening a span that is not among them gains nothing. Items
 * of a batch share its slots, so an attempt waited for the one that ended last before it, of whatever item; its own
 * wait is on the path only where nothing in the batch ended within it. Work that outlived its parent counts up to the
 * parent's end. Takes n log n steps of a parent's n children.
 */
export function criticalPath(root: TraceNode): CriticalPath {
  const path = { spans: new Set<string>(), handovers: [] as Handover[] };
  walkBack(root, root.endMs, path);
  return path;
}

function walkBack(node: TraceNode, untilMs: number, path: { spans: Set<string>; handovers: Handover[] }): void {
  path.spans.add(node.span.span_id);
  const endMs = Math.min(node.endMs, untilMs);
  let reachedMs = endMs;
  let later: TraceNode | null = null;
  for (const work of lastFirst(workIn(node), endMs)) {
    if (Math.min(work.endMs, endMs) > reachedMs || work.startMs >= reachedMs) continue;
    if (later !== null) handOver(work, later, path);
    if (work.parent !== null) path.spans.add(work.parent.span.span_id);
    walkBack(work, reachedMs, path);
    reachedMs = work.startMs;
    later = work;
  }
  if (later !== null) addWait(later, node.startMs, path.spans);
}

function handOver(from: TraceNode, to: TraceNode, path: { spans: Set<string>; handovers: Handover[] }): void {
  path.handovers.push({ from: from.span.span_id, to: to.span.span_id });
  addWait(to, from.endMs, path.spans);
}

/** The wait before an attempt, where the attempt waited for nothing that ended after `freeMs`. */
function addWait(attempt: TraceNode, freeMs: number, spans: Set<string>): void {
  const wait = attempt.parent?.children.find((one) => isWait(one) && one.endMs === attempt.startMs);
  if (wait !== undefined && wait.endMs > wait.startMs && freeMs <= wait.startMs) spans.add(wait.span.span_id);
}

/** What is done in a span: of a batch, the attempts at its items beside what is done with the whole. */
function workIn(node: TraceNode): TraceNode[] {
  const within = node.children.flatMap((child) => (child.span.name === spanNames.item ? child.children : [child]));
  return within.filter((child) => !isWait(child));
}

/** By when they ended, at `untilMs` at the latest; of those that ended together the one that began first. */
const lastFirst = (nodes: TraceNode[], untilMs: number): TraceNode[] =>
  nodes.sort(
    (one, other) => Math.min(other.endMs, untilMs) - Math.min(one.endMs, untilMs) || one.startMs - other.startMs,
  );
