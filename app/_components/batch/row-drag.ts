import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { autoScrollWindowForElements } from "@atlaskit/pragmatic-drag-and-drop-auto-scroll/element";
import { attachClosestEdge, extractClosestEdge } from "@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge";

/** Where a dragged row would go: above or below the row it hovers over. */
export type Side = "top" | "bottom";

/** What a drag of ours carries; drags of anything else are none of it. */
const kind = "tray-row";
const isRow = (data: Record<string | symbol, unknown>): boolean => data.kind === kind;

export interface DragParts {
  row: HTMLElement;
  grip: HTMLElement;
  id: string;
  onSide(side: Side | null): void;
}

/** Lets a row be dragged by its grip, and others be dropped beside it. @returns how to undo that. */
export function dragRow({ row, grip, id, onSide }: DragParts): () => void {
  const clear = () => onSide(null);
  return combine(
    draggable({ element: row, dragHandle: grip, getInitialData: () => ({ kind, id }) }),
    dropTargetForElements({
      element: row,
      canDrop: ({ source }) => isRow(source.data) && source.data.id !== id,
      getData: ({ input, element }) =>
        attachClosestEdge({ id }, { input, element, allowedEdges: ["top", "bottom"] satisfies Side[] }),
      onDrag: ({ self }) => onSide(extractClosestEdge(self.data) as Side | null),
      onDragLeave: clear,
      onDrop: clear,
    }),
  );
}

/** Tells where a row was dropped, and scrolls the page while one is dragged to its edge. @returns how to undo that. */
export function watchRows(onDrop: (id: string, beside: string, side: Side) => void): () => void {
  return combine(
    autoScrollWindowForElements({ canScroll: ({ source }) => isRow(source.data) }),
    monitorForElements({
      canMonitor: ({ source }) => isRow(source.data),
      onDrop({ source, location }) {
        const target = location.current.dropTargets[0]?.data;
        if (!target) return;
        onDrop(String(source.data.id), String(target.id), extractClosestEdge(target) as Side);
      },
    }),
  );
}
