import type { BatchEvent } from "@/lib/contracts/events";
import { isTerminal } from "@/lib/contracts/terms/status";

/** What of the news is shown. */
export const newsShown = ["all", "finished", "problems"] as const;
export type NewsShown = (typeof newsShown)[number];

const troubles: readonly BatchEvent["item_status"][] = ["failed", "retrying", "cancelled"];

/** Whether an event is news of the kind that is shown; how the batch ends is of every kind. */
export function isNews({ item_status, status, type }: BatchEvent, shown: NewsShown): boolean {
  if (shown === "all" || (type !== "item" && isTerminal(status))) return true;
  return shown === "finished" ? item_status === "completed" : troubles.includes(item_status);
}
