import { useCallback, useEffect, useRef, useState } from "react";
import { type Move, type TraceLocation, useTraceLocation } from "../trace-location";

/** Browsers refuse an address that changes with every key and every frame; it follows when they rest. */
const restMs = 250;

/**
 * The address as it is about to be: a change counts at once and stands in the address a moment later, or at once where
 * it is a step to go back to. Going back and forward takes the address as it is.
 */
export function useAhead(): Pick<TraceLocation, "get" | "go"> {
  const { get, go } = useTraceLocation();
  const [ahead, setAhead] = useState<Move>({});
  const waiting = useRef<Move>({});
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    const onBack = () => {
      clearTimeout(timer.current);
      waiting.current = {};
      setAhead({});
    };
    window.addEventListener("popstate", onBack);
    return () => {
      clearTimeout(timer.current);
      window.removeEventListener("popstate", onBack);
    };
  }, []);
  const put = useCallback(
    (move: Move, keep = false) => {
      setAhead((was) => ({ ...was, ...move }));
      const settle = () => {
        clearTimeout(timer.current);
        const moved = waiting.current;
        waiting.current = {};
        if (Object.keys(moved).length > 0) go(moved);
      };
      if (keep) {
        // What was on its way belongs to the step that is gone back to.
        settle();
        go(move, true);
        return;
      }
      waiting.current = { ...waiting.current, ...move };
      clearTimeout(timer.current);
      timer.current = setTimeout(settle, restMs);
    },
    [go],
  );
  return { get: (place) => (place in ahead ? (ahead[place] ?? null) : get(place)), go: put };
}
