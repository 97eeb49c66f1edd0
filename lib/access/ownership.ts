import { eq, type SQL, sql } from "drizzle-orm";
import { type Db, prepared } from "@/db/client";
import { type BatchRow, batchJobs } from "@/db/schema";
import { named, statement } from "@/db/statement";
import { noSuchBatch } from "@/lib/batch/view";
import type { Caller } from "./caller";

type Whose = Pick<Caller, "id" | "role">;

/** The batches a caller may know of, as a condition: an owner of all, a member of their own, whose id is `callerId`. */
export const visibleTo = ({ role }: Pick<Whose, "role">): SQL | undefined =>
  role === "owner" ? undefined : eq(batchJobs.ownerId, sql.placeholder("callerId"));

/** Whose a batch is: asked by every request that names one. */
export const ownerOf = prepared((db: Db) => {
  const { id, ownerId } = batchJobs;
  const mine = eq(id, sql.placeholder("id"));
  return statement<Pick<BatchRow, "ownerId">>(db, db.select(named({ ownerId })).from(batchJobs).where(mine));
});

/** Another's batch is answered like one that never was. @throws TracepressError `not_found`. */
export function requireBatch(db: Db, id: string, caller: Whose | null): void {
  const batch = ownerOf(db).get({ id });
  if (!batch || (caller?.role !== "owner" && batch.ownerId !== caller?.id)) throw noSuchBatch();
}
