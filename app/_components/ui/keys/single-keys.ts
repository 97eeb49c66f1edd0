import { createRemembered } from "@/app/_data/remembered";
import { useStore } from "@/app/_data/use-store";

/**
 * Whether keys that stand alone, without Ctrl, do something on a page. Whoever speaks to the computer, or shakes, can
 * switch them off (WCAG 2.1.4); this browser remembers it.
 */
export const singleKeys = createRemembered<boolean>("tracepress.keys", true, (stored) =>
  typeof stored === "boolean" ? stored : null,
);

export const useSingleKeys = (): boolean => useStore(singleKeys, true);
