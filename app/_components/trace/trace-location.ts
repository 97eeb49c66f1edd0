import { useSearchParams } from "next/navigation";
import { useCallback } from "react";

/** What of the viewer's state stands in the address, so that it can be linked to and gone back to. */
export const traceTabs = ["timeline", "pages", "package", "compare"] as const;
export type TraceTab = (typeof traceTabs)[number];

type Place = "tab" | "span" | "item" | "time" | "find" | "show" | "page" | "element" | "format" | "reason" | "with";
/** Null takes a name out of the address. */
export type Move = Partial<Record<Place, string | null>>;

export interface TraceLocation {
  tab: TraceTab;
  get(place: Place): string | null;
  /** `keep` adds a step to go back to; without it the present one is changed. */
  go(move: Move, keep?: boolean): void;
}

export function useTraceLocation(): TraceLocation {
  const params = useSearchParams();
  const go = useCallback((move: Move, keep = false) => {
    const address = addressAfter(move);
    if (keep) window.history.pushState(null, "", address);
    else window.history.replaceState(null, "", address);
  }, []);
  const tab = traceTabs.find((one) => one === params.get("tab")) ?? "timeline";
  return { tab, get: (place) => params.get(place), go };
}

/** The present address with a change made to it. */
export function addressAfter(move: Move): string {
  const query = new URLSearchParams(window.location.search);
  for (const [name, value] of Object.entries(move)) {
    if (value === null) query.delete(name);
    else query.set(name, value);
  }
  return query.size === 0 ? window.location.pathname : `?${query}`;
}
