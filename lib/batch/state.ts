import type { BatchRow } from "@/db/schema";
import type { BatchStatus, Counters } from "@/lib/contracts/status";
import { isTerminal } from "@/lib/contracts/terms/status";
import { dollars } from "@/lib/models/money";

type Tally = Pick<BatchRow, "totalItems" | "processed" | "failed" | "cancelled">;

/** What the counters of a batch are made of. */
export type Counted = Tally &
  Pick<BatchRow, "status" | "running" | "stepsDone" | "stepsTotal" | "cost" | "unmeteredCost" | "unpricedCalls">;

/** Whether every item has come to its end. */
export const allEnded = (batch: Tally): boolean =>
  batch.processed + batch.failed + batch.cancelled === batch.totalItems;

/** How a batch whose items have all ended ends: one good item is enough. */
export function outcome(batch: Tally): Extract<BatchStatus, "completed" | "failed" | "cancelled"> {
  if (batch.processed > 0) return "completed";
  return batch.failed > 0 ? "failed" : "cancelled";
}

/** So many items, as a person reads it. */
export const countedItems = (items: number): string => `${items} ${items === 1 ? "item" : "items"}`;

/** What a person reads when a batch has ended. */
export function outcomeMessage(batch: Tally): string {
  const parts = [`${batch.processed} of ${countedItems(batch.totalItems)} done`];
  if (batch.failed > 0) parts.push(`${batch.failed} failed`);
  if (batch.cancelled > 0) parts.push(`${batch.cancelled} cancelled`);
  return parts.join(", ");
}

/** The counters as clients see them. */
export function countersOf(batch: Counted): Counters {
  const ended = batch.processed + batch.failed + batch.cancelled;
  return {
    status: batch.status,
    total_items: batch.totalItems,
    processed: batch.processed,
    failed: batch.failed,
    cancelled: batch.cancelled,
    pending: batch.totalItems - ended - batch.running,
    running: batch.running,
    progress_percent:
      isTerminal(batch.status) && batch.status !== "cancelled" ? 100 : percent(batch.stepsDone, batch.stepsTotal),
    cost: batch.unpricedCalls > 0 ? null : dollars(batch.cost),
    unmetered_cost: dollars(batch.unmeteredCost),
  };
}

/** One decimal, and never 100 before the end. */
const percent = (done: number, total: number): number => Math.min(99.9, Math.floor((1000 * done) / total) / 10);
