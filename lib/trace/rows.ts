import type { TraceNode } from "./tree";

export interface TraceRow {
  node: TraceNode;
  /** From 0. */
  depth: number;
  open: boolean;
}

/** The rows of the trees as they stand unfolded, from top to bottom. @param shown what is to be seen; null for all. */
export function traceRows(
  roots: readonly TraceNode[],
  isOpen: (node: TraceNode, depth: number) => boolean,
  shown: ReadonlySet<TraceNode> | null = null,
): TraceRow[] {
  const rows: TraceRow[] = [];
  const lay = (nodes: readonly TraceNode[], depth: number) => {
    for (const node of nodes) {
      if (shown !== null && !shown.has(node)) continue;
      const open = node.children.length > 0 && isOpen(node, depth);
      rows.push({ node, depth, open });
      if (open) lay(node.children, depth + 1);
    }
  };
  lay(roots, 0);
  return rows;
}

/** What matches, by itself. */
export interface Matches {
  found: number;
  /** What matches and all that holds it, so that it stands in its place. */
  shown: ReadonlySet<TraceNode>;
}

/** The spans of a tree that `matches` says yes to. */
export function matchesIn(nodes: Iterable<TraceNode>, matches: (node: TraceNode) => boolean): Matches {
  const shown = new Set<TraceNode>();
  let found = 0;
  for (const node of nodes) {
    if (!matches(node)) continue;
    found++;
    for (let at: TraceNode | null = node; at !== null && !shown.has(at); at = at.parent) shown.add(at);
  }
  return { found, shown };
}
