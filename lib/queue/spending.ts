import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { batchItems, batchJobs } from "@/db/schema";
import type { Usage } from "@/lib/contracts/models";
import { dollars, micros } from "@/lib/models/money";

/**
 * Adds what a call to a model took to its item and batch. Whoever holds the item by now: it was paid for.
 * @param mostUnmetered US dollars that a call may have cost of which that did not come to be known.
 */
export function addUsage(tx: Tx, itemId: string, usage: Usage, mostUnmetered: number): void {
  const item = tx.select().from(batchItems).where(eq(batchItems.id, itemId)).get();
  if (!item) return;
  tx.update(batchItems)
    .set({ usage: item.usage ? sum(item.usage, usage) : usage })
    .where(eq(batchItems.id, itemId))
    .run();
  const unpriced = usage.cost === null ? usage.calls - usage.unmetered_calls : 0;
  tx.update(batchJobs)
    .set({
      cost: sql`${batchJobs.cost} + ${micros(usage.cost ?? 0)}`,
      unmeteredCost: sql`${batchJobs.unmeteredCost} + ${micros(mostUnmetered)}`,
      unpricedCalls: sql`${batchJobs.unpricedCalls} + ${unpriced}`,
    })
    .where(eq(batchJobs.id, item.batchId))
    .run();
}

const sum = (one: Usage, other: Usage): Usage => ({
  model_id: other.model_id,
  calls: one.calls + other.calls,
  input_tokens: one.input_tokens + other.input_tokens,
  output_tokens: one.output_tokens + other.output_tokens,
  pictures: one.pictures + other.pictures,
  cost: one.cost === null || other.cost === null ? null : dollars(micros(one.cost) + micros(other.cost)),
  unmetered_calls: one.unmetered_calls + other.unmetered_calls,
});

/** US dollars that a batch may still spend, calls under way not taken off; null where it has no bound. */
export function leftToSpend(tx: Tx, batchId: string): number | null {
  const batch = tx.select().from(batchJobs).where(eq(batchJobs.id, batchId)).get();
  if (!batch || batch.maxCost === null) return null;
  return dollars(batch.maxCost - batch.cost - batch.unmeteredCost);
}
