import { and, eq, inArray, sql } from "drizzle-orm";
import { type Db, immediately } from "@/db/client";
import { batchItems, batchJobs } from "@/db/schema";
import type { BatchStatus } from "@/lib/contracts/status";
import { isTerminal } from "@/lib/contracts/terms/status";
import { TracepressError } from "@/lib/errors";
import type { Bell } from "@/lib/events/bell";
import { finishBatch } from "./settle";
import { batchRow } from "./view";

/**
 * Ends a batch where it stands. Finished items stay; running ones lose their lease, so that nothing they still do
 * can count. Cancelling a cancelled batch answers the same again.
 * @throws TracepressError `not_found`; `conflict` when it has ended otherwise.
 */
export function cancelBatch(
  { db, bell }: { db: Db; bell: Bell },
  id: string,
): { message: string; status: BatchStatus } {
  immediately(db, (tx) => {
    const batch = batchRow(tx, id);
    if (batch.status === "cancelled") return;
    if (isTerminal(batch.status)) {
      throw new TracepressError(
        "conflict",
        `Batch ${id} has already ended (${batch.status}) and can not be cancelled.`,
      );
    }
    const now = Date.now();
    const open = and(eq(batchItems.batchId, id), inArray(batchItems.status, ["pending", "retrying", "running"]));
    const stopped = tx
      .update(batchItems)
      .set({ status: "cancelled", leaseToken: null, leaseExpiresAt: null, finishedAt: now })
      .where(open)
      .run().changes;
    const after = tx
      .update(batchJobs)
      .set({ cancelled: sql`${batchJobs.cancelled} + ${stopped}`, running: 0 })
      .where(eq(batchJobs.id, id))
      .returning()
      .get();
    finishBatch(tx, after, "cancelled", `Cancelled: ${after.processed} of ${after.totalItems} were done`, now);
  });
  bell.ring(id);
  bell.ring("queue");
  return { message: `Batch ${id} cancelled`, status: "cancelled" };
}
