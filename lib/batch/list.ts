import { and, desc, eq, lt, or } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { batchJobs } from "@/db/schema";
import type { Caller } from "@/lib/access/caller";
import { visibleTo } from "@/lib/access/ownership";
import type { BatchList } from "@/lib/contracts/status";
import { batchesPerPage, batchKinds, batchStatuses } from "@/lib/contracts/terms/status";
import { TracepressError } from "@/lib/errors";
import { batchView } from "./view";

/** The query of `GET /api/v1/batch`. */
export const listQuerySchema = z.object({
  kind: z.enum(batchKinds).optional(),
  status: z.enum(batchStatuses).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(batchesPerPage),
  cursor: z.string().optional(),
});
export type ListQuery = z.infer<typeof listQuerySchema>;

/**
 * Batches that the caller may see, newest first, a page at a time; `next_cursor` is null on the last page.
 * @throws TracepressError `invalid_filter` for a cursor that this never gave.
 */
export function listBatches(db: Db, query: ListQuery, caller: Pick<Caller, "id" | "role">): BatchList {
  const after = query.cursor === undefined ? undefined : parseCursor(query.cursor);
  const rows = db
    .select()
    .from(batchJobs)
    .where(
      and(
        visibleTo(caller),
        query.kind && eq(batchJobs.kind, query.kind),
        query.status && eq(batchJobs.status, query.status),
        after &&
          or(
            lt(batchJobs.createdAt, after.createdAt),
            and(eq(batchJobs.createdAt, after.createdAt), lt(batchJobs.id, after.id)),
          ),
      ),
    )
    .orderBy(desc(batchJobs.createdAt), desc(batchJobs.id))
    .limit(query.limit + 1)
    .all();
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    batches: page.map((row) => batchView(db, row, false)),
    count: page.length,
    next_cursor: rows.length > query.limit && last ? `${last.createdAt}.${last.id}` : null,
  };
}

function parseCursor(cursor: string): { createdAt: number; id: string } {
  const match = /^(\d{1,15})\.(batch_[\w-]+)$/.exec(cursor);
  if (!match) throw new TracepressError("invalid_filter", "cursor is not one that a list gave as next_cursor.");
  return { createdAt: Number(match[1]), id: match[2] };
}
