import type { TraceNode } from "./tree";

/**
 * The spans that decided how long `root` took: walked back from its end, each time into the child that ended last
 * before the moment reached, until nothing in it ended earlier. Shortening a span that is not among them gains nothing.
 * A child that outlived its parent counts up to the parent's end.
 * @returns span ids, `root` among them.
 */
export function criticalPath(root: TraceNode): ReadonlySet<string> {
  const path = new Set<string>();
  walkBack(root, root.endMs, path);
  return path;
}

function walkBack(node: TraceNode, untilMs: number, path: Set<string>): void {
  path.add(node.span.span_id);
  let reachedMs = Math.min(node.endMs, untilMs);
  const open = new Set(node.children);
  for (;;) {
    const last = lastBefore(open, reachedMs);
    if (last === null) return;
    open.delete(last);
    walkBack(last, reachedMs, path);
    reachedMs = last.startMs;
  }
}

/** Of the children begun before a moment, the one that ended last by then; of several, the one that began first. */
function lastBefore(children: ReadonlySet<TraceNode>, reachedMs: number): TraceNode | null {
  let best: TraceNode | null = null;
  for (const child of children) {
    if (child.startMs >= reachedMs) continue;
    const [end, bestEnd] = [Math.min(child.endMs, reachedMs), Math.min(best?.endMs ?? -1, reachedMs)];
    if (best === null || end > bestEnd || (end === bestEnd && child.startMs < best.startMs)) best = child;
  }
  return best;
}
