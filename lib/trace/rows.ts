import type { TraceNode } from "./tree";

export interface TraceRow {
  node: TraceNode;
  /** From 0. */
  depth: number;
  open: boolean;
}

/** The rows of the trees as they stand unfolded, from top to bottom. */
export function traceRows(
  roots: readonly TraceNode[],
  isOpen: (node: TraceNode, depth: number) => boolean,
): TraceRow[] {
  const rows: TraceRow[] = [];
  const lay = (nodes: readonly TraceNode[], depth: number) => {
    for (const node of nodes) {
      const open = node.children.length > 0 && isOpen(node, depth);
      rows.push({ node, depth, open });
      if (open) lay(node.children, depth + 1);
    }
  };
  lay(roots, 0);
  return rows;
}

/** Which rows of a long list are drawn: from an index up to but not with another. */
export interface RowWindow {
  from: number;
  to: number;
}

/**
 * The rows within sight and a few beyond, so that scrolling meets rows that are there.
 * @param offset, height, rowHeight in pixels.
 */
export function rowWindow(total: number, offset: number, height: number, rowHeight: number, beyond = 8): RowWindow {
  const first = Math.floor(offset / rowHeight) - beyond;
  const last = Math.ceil((offset + height) / rowHeight) + beyond;
  const within = (index: number) => Math.min(total, Math.max(0, index));
  return { from: within(first), to: within(last) };
}
