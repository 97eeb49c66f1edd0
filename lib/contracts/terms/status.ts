import type { BatchStatus } from "../status";

export const batchKinds = ["coloring", "deck"] as const;

export const batchStatuses = [
  "pending",
  "processing",
  "uploading",
  "completed",
  "failed",
  "cancelled",
  "completed_upload_failed",
] as const;

export const itemStatuses = ["pending", "running", "retrying", "completed", "failed", "cancelled"] as const;

/** Statuses from which a batch does not move by itself. */
export const terminalStatuses: readonly BatchStatus[] = ["completed", "failed", "cancelled", "completed_upload_failed"];
/** Whether a batch has ended, unless someone moves it. */
export const isTerminal = (status: BatchStatus): boolean => terminalStatuses.includes(status);

/** Batches on a page of their list, unless another number is asked for. */
export const batchesPerPage = 20;

/** Characters that a batch can be looked for by. */
export const mostSought = 200;
