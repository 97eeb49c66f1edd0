import { eq, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { batchJobs } from "@/db/schema";
import { batchRow, noSuchBatch } from "@/lib/batch/view";
import type { Caller } from "./caller";

type Whose = Pick<Caller, "id" | "role">;

/** The batches a caller may know of, as a condition: an owner of all, a member of their own. */
export const visibleTo = ({ id, role }: Whose): SQL | undefined =>
  role === "owner" ? undefined : eq(batchJobs.ownerId, id);

/** Another's batch is answered like one that never was. @throws TracepressError `not_found`. */
export function requireBatch(db: Tx, id: string, caller: Whose | null): void {
  const { ownerId } = batchRow(db, id);
  if (caller?.role !== "owner" && ownerId !== caller?.id) throw noSuchBatch();
}
