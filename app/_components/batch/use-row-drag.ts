import { type RefObject, useEffect, useState } from "react";
import type { Side } from "./row-drag";

/** Runs `attach` with what dragging needs, which is loaded when there is something to drag, until the effect ends. */
function whileLoaded(attach: (rows: typeof import("./row-drag")) => () => void): () => void {
  let ended = false;
  let undo = () => {};
  void import("./row-drag").then((rows) => {
    if (!ended) undo = attach(rows);
  });
  return () => {
    ended = true;
    undo();
  };
}

/** Makes a row one that can be dragged. @returns at which side of it a row that hovers over it would go. */
export function useRowDrag(
  id: string,
  row: RefObject<HTMLElement | null>,
  grip: RefObject<HTMLElement | null>,
): Side | null {
  const [side, setSide] = useState<Side | null>(null);
  useEffect(
    () =>
      whileLoaded(({ dragRow }) => {
        if (!row.current || !grip.current) return () => {};
        return dragRow({ row: row.current, grip: grip.current, id, onSide: setSide });
      }),
    [id, row, grip],
  );
  return side;
}

/** Hears where rows are dropped. `onDrop` must stay the same function. */
export function useRowDrops(onDrop: (id: string, beside: string, side: Side) => void): void {
  useEffect(() => whileLoaded(({ watchRows }) => watchRows(onDrop)), [onDrop]);
}
