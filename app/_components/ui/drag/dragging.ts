import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { autoScrollWindowForElements } from "@atlaskit/pragmatic-drag-and-drop-auto-scroll/element";
import {
  attachClosestEdge,
  type Edge,
  extractClosestEdge,
} from "@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge";

/** Where a dragged thing would go: before or after the one it hovers over. */
export type Side = "before" | "after";
/** Which way a list runs: its things below each other, or beside each other as in lines of text. */
export type Run = "down" | "across";

/** What a drag of ours carries; drags of anything else are none of it. */
const kind = "listed";
const isListed = (data: Record<string | symbol, unknown>): boolean => data.kind === kind;

const edges: Record<Run, Edge[]> = { down: ["top", "bottom"], across: ["left", "right"] };
const sideAt = (data: Record<string | symbol, unknown>): Side => {
  const edge = extractClosestEdge(data);
  return edge === "bottom" || edge === "right" ? "after" : "before";
};

export interface DragParts {
  element: HTMLElement;
  grip: HTMLElement;
  id: string;
  run: Run;
  onSide(side: Side | null): void;
}

/** Lets a thing of a list be dragged by its grip, and others be dropped beside it. @returns how to undo that. */
export function dragListed({ element, grip, id, run, onSide }: DragParts): () => void {
  const clear = () => onSide(null);
  return combine(
    draggable({ element, dragHandle: grip, getInitialData: () => ({ kind, id }) }),
    dropTargetForElements({
      element,
      canDrop: ({ source }) => isListed(source.data) && source.data.id !== id,
      getData: ({ input, element: target }) =>
        attachClosestEdge({ id }, { input, element: target, allowedEdges: edges[run] }),
      onDrag: ({ self }) => onSide(sideAt(self.data)),
      onDragLeave: clear,
      onDrop: clear,
    }),
  );
}

/** Tells where a thing was dropped, and scrolls the page while one is dragged to its edge. @returns how to undo that. */
export function watchDrops(onDrop: (id: string, beside: string, side: Side) => void): () => void {
  return combine(
    autoScrollWindowForElements({ canScroll: ({ source }) => isListed(source.data) }),
    monitorForElements({
      canMonitor: ({ source }) => isListed(source.data),
      onDrop({ source, location }) {
        const target = location.current.dropTargets[0]?.data;
        if (target) onDrop(String(source.data.id), String(target.id), sideAt(target));
      },
    }),
  );
}
