import { eq } from "drizzle-orm";
import { type Db, immediately } from "@/db/client";
import { batchJobs } from "@/db/schema";
import type { Config } from "@/lib/config";
import type { KeepAnswer } from "@/lib/contracts/keep";
import { batchRow } from "./view";

/**
 * Takes a batch out of expiry or, with `keep` false, lets it expire again: then a finished one has its full time left.
 * @throws TracepressError `not_found`.
 */
export function keepBatch({ db, config }: { db: Db; config: Config }, id: string, keep: boolean): KeepAnswer {
  const expiresAt = immediately(db, (tx) => {
    const batch = batchRow(tx, id);
    if (batch.keep === keep) return batch.expiresAt;
    const until = keep || batch.finishedAt === null ? null : Date.now() + config.jobTtlMs;
    tx.update(batchJobs).set({ keep, expiresAt: until }).where(eq(batchJobs.id, id)).run();
    return until;
  });
  return { batch_id: id, keep, expires_at: expiresAt === null ? null : new Date(expiresAt).toISOString() };
}
