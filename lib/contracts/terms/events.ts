export const eventTypes = ["progress", "item", "completed", "failed", "cancelled"] as const;
