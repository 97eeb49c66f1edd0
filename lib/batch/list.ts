import { and, desc, eq, lt, or, sql } from "drizzle-orm";
import { type Db, prepared } from "@/db/client";
import { batchJobs } from "@/db/schema";
import type { Caller } from "@/lib/access/caller";
import { visibleTo } from "@/lib/access/ownership";
import type { ListQuery } from "@/lib/contracts/list";
import type { BatchList } from "@/lib/contracts/status";
import { TracepressError } from "@/lib/errors";
import { batchView, shownColumns } from "./view";

/**
 * Batches that the caller may see, newest first, a page at a time; `next_cursor` is null on the last page.
 * @throws TracepressError `invalid_filter` for a cursor that this never gave.
 */
export function listBatches(db: Db, query: ListQuery, caller: Pick<Caller, "id" | "role">): BatchList {
  const after = query.cursor === undefined ? undefined : parseCursor(query.cursor);
  const rows = pages(db)(query, caller).all({ ...query, ...after, callerId: caller.id, limit: query.limit + 1 });
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    batches: page.map((row) => batchView(db, row, false)),
    count: page.length,
    next_cursor: rows.length > query.limit && last ? `${last.createdAt}.${last.id}` : null,
  };
}

/** Which conditions a page is read by. */
type Asked = Pick<Caller, "role"> & Record<"kind" | "status" | "after", boolean>;

/** The statement for each set of conditions, parsed once. */
const pages = prepared((db: Db) => {
  const parsed = new Map<string, ReturnType<typeof pageBy>>();
  return ({ kind, status, cursor }: ListQuery, { role }: Pick<Caller, "role">) => {
    const asked = { role, kind: kind !== undefined, status: status !== undefined, after: cursor !== undefined };
    const name = Object.values(asked).join();
    const known = parsed.get(name) ?? pageBy(db, asked);
    parsed.set(name, known);
    return known;
  };
});

function pageBy(db: Db, { role, kind, status, after }: Asked) {
  const { id, createdAt } = batchJobs;
  const given = (name: keyof ListQuery | "createdAt" | "id") => sql.placeholder(name);
  const older = or(lt(createdAt, given("createdAt")), and(eq(createdAt, given("createdAt")), lt(id, given("id"))));
  return db
    .select(shownColumns)
    .from(batchJobs)
    .where(
      and(
        visibleTo({ role }),
        kind ? eq(batchJobs.kind, given("kind")) : undefined,
        status ? eq(batchJobs.status, given("status")) : undefined,
        after ? older : undefined,
      ),
    )
    .orderBy(desc(createdAt), desc(id))
    .limit(given("limit"))
    .prepare();
}

function parseCursor(cursor: string): { createdAt: number; id: string } {
  const match = /^(\d{1,15})\.(batch_[\w-]+)$/.exec(cursor);
  if (!match) throw new TracepressError("invalid_filter", "cursor is not one that a list gave as next_cursor.");
  return { createdAt: Number(match[1]), id: match[2] };
}
