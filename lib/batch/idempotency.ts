import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type BatchRow, batchJobs } from "@/db/schema";
import { TracepressError } from "@/lib/errors";

/** Milliseconds for which a key stands for its batch. */
const keyTtlMs = 24 * 3_600_000;

/**
 * The batch that an Idempotency-Key of this owner made within the last 24 hours; an older key is set free.
 * @param requestHash of what is asked for now. @param now milliseconds since the epoch.
 * @throws TracepressError `idempotency_mismatch` when the key was used for something else.
 */
export function batchOfKey(
  tx: Tx,
  { ownerId, key }: { ownerId: string; key: string },
  requestHash: string,
  now: number,
): BatchRow | null {
  const theirs = and(eq(batchJobs.ownerId, ownerId), eq(batchJobs.idempotencyKey, key));
  const earlier = tx.select().from(batchJobs).where(theirs).get();
  if (!earlier) return null;
  if (earlier.createdAt <= now - keyTtlMs) {
    tx.update(batchJobs).set({ idempotencyKey: null }).where(eq(batchJobs.id, earlier.id)).run();
    return null;
  }
  if (earlier.requestHash === requestHash) return earlier;
  throw new TracepressError(
    "idempotency_mismatch",
    "This Idempotency-Key was used for another batch. Send a fresh key.",
  );
}
