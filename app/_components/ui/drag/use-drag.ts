import { type RefObject, useEffect, useState } from "react";
import type { Run, Side } from "./dragging";

/** Runs `attach` with what dragging needs, which is loaded when there is something to drag, until the effect ends. */
function whileLoaded(attach: (dragging: typeof import("./dragging")) => () => void): () => void {
  let ended = false;
  let undo = () => {};
  void import("./dragging").then((dragging) => {
    if (!ended) undo = attach(dragging);
  });
  return () => {
    ended = true;
    undo();
  };
}

/** Makes a thing of a list one that can be dragged. @returns at which side of it one that hovers over it would go. */
export function useDrag(
  id: string,
  run: Run,
  element: RefObject<HTMLElement | null>,
  grip: RefObject<HTMLElement | null>,
): Side | null {
  const [side, setSide] = useState<Side | null>(null);
  useEffect(
    () =>
      whileLoaded(({ dragListed }) => {
        if (!element.current || !grip.current) return () => {};
        return dragListed({ element: element.current, grip: grip.current, id, run, onSide: setSide });
      }),
    [id, run, element, grip],
  );
  return side;
}

/** Hears where things are dropped. `onDrop` must stay the same function. */
export function useDrops(onDrop: (id: string, beside: string, side: Side) => void): void {
  useEffect(() => whileLoaded(({ watchDrops }) => watchDrops(onDrop)), [onDrop]);
}
