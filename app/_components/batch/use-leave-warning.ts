import { useEffect } from "react";
import { trays, useTally } from "./use-tray";

/** Asks before the browser leaves with anything laid out that no batch has yet. Moving between our own tabs keeps it. */
export function useLeaveWarning(): void {
  const laidOut = useTally(trays.coloring).total + useTally(trays.deck).total > 0;
  useEffect(() => {
    if (!laidOut) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [laidOut]);
}
