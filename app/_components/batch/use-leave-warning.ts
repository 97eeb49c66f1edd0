import { useEffect } from "react";
import { useTally } from "./use-tray";

/** Asks before the browser leaves with pictures that no batch has yet. Moving between our own tabs keeps them. */
export function useLeaveWarning(): void {
  const laidOut = useTally().total > 0;
  useEffect(() => {
    if (!laidOut) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [laidOut]);
}
