import { useEffect } from "react";
import { trays, useTally } from "./use-tray";

const isLaidOut = (): boolean => trays.coloring.tally().total + trays.deck.tally().total > 0;

/** Asks before the browser leaves with anything laid out that no batch has yet. Moving between our own tabs keeps it. */
export function useLeaveWarning(): void {
  const laidOut = useTally(trays.coloring).total + useTally(trays.deck).total > 0;
  useEffect(() => {
    if (!laidOut) return;
    const ask = (event: BeforeUnloadEvent) => {
      // What a batch has by now was taken off a moment ago.
      if (isLaidOut()) event.preventDefault();
    };
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [laidOut]);
}
