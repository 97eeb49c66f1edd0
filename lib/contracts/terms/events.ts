import type { EventType } from "../events";

export const eventTypes = ["progress", "item", "completed", "failed", "cancelled"] as const;

/** Whether a batch that told this has ended: its stream does too, unless it was run again since. */
export const isEnding = (type: EventType): boolean => type === "completed" || type === "failed" || type === "cancelled";
