/** Names of spans that are no stage of a pipeline. The page that shows a trace knows them too. */
export const spanNames = {
  batch: "batch",
  item: "item",
  attempt: "attempt",
  closing: "closing",
  delivery: "delivery",
  /** From when an item could have been begun to when it was. */
  queueWait: "queue wait",
  /** From when a thread was started for an attempt to when it took the attempt up: its code is read and compiled. */
  threadStart: "thread start",
  /** From when a thread had done its part of an attempt to when all that it had written was on disk. */
  toDisk: "to disk",
} as const;
