import { setImmediate } from "node:timers/promises";
import { and, desc, eq, lt, or, sql } from "drizzle-orm";
import { type Db, prepared } from "@/db/client";
import { batchJobs } from "@/db/schema";
import type { Caller } from "@/lib/access/caller";
import { visibleTo } from "@/lib/access/ownership";
import type { ListQuery } from "@/lib/contracts/list";
import type { BatchList } from "@/lib/contracts/status";
import { TracepressError } from "@/lib/errors";
import { isSought } from "./find";
import { batchView, shownColumns } from "./view";

/** Milliseconds for which looking through batches may hold up everything else. */
const lookMs = 8;
/** Rows read at once while batches are looked through. */
const rowsAtOnce = 50;

/**
 * Batches that the caller may see, newest first, a page at a time; `next_cursor` is null on the last page.
 * @throws TracepressError `invalid_filter` for a cursor that this never gave; the signal's reason once that fires.
 */
export async function listBatches(
  db: Db,
  query: ListQuery,
  caller: Pick<Caller, "id" | "role">,
  signal?: AbortSignal,
): Promise<BatchList> {
  const after = query.cursor === undefined ? undefined : parseCursor(query.cursor);
  const read = (limit: number, place = after) =>
    pages(db)(query, caller.role, place !== undefined).all({ ...query, ...place, callerId: caller.id, limit });
  const most = query.limit + 1;
  const rows = query.find ? await lookThrough(read, isSought(db, query.find), most, signal) : read(most);
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    batches: page.map((row) => batchView(db, row, false)),
    count: page.length,
    next_cursor: rows.length > query.limit && last ? `${last.createdAt}.${last.id}` : null,
  };
}

type Row = ReturnType<ReturnType<typeof pageBy>["all"]>[number];
/** Where a page begins: behind this batch. */
type Place = Pick<Row, "createdAt" | "id">;

/** The first `most` batches that are sought; requests and events have their turn in between. */
async function lookThrough(
  read: (limit: number, after?: Place) => Row[],
  sought: (row: Row) => boolean,
  most: number,
  signal: AbortSignal | undefined,
): Promise<Row[]> {
  const found: Row[] = [];
  let began = performance.now();
  for (let rows = read(rowsAtOnce); rows.length > 0; rows = read(rowsAtOnce, rows.at(-1))) {
    for (const row of rows) {
      if (sought(row)) found.push(row);
      if (found.length === most) return found;
      if (performance.now() - began < lookMs) continue;
      await setImmediate(undefined, { signal });
      began = performance.now();
    }
  }
  return found;
}

/** Which conditions a page is read by. */
type Asked = Pick<Caller, "role"> & Record<"kind" | "status" | "after", boolean>;

/** The statement for each set of conditions, parsed once. */
const pages = prepared((db: Db) => {
  const parsed = new Map<string, ReturnType<typeof pageBy>>();
  return ({ kind, status }: ListQuery, role: Caller["role"], after: boolean) => {
    const asked = { role, kind: kind !== undefined, status: status !== undefined, after };
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

function parseCursor(cursor: string): Place {
  const match = /^(\d{1,15})\.(batch_[\w-]+)$/.exec(cursor);
  if (!match) throw new TracepressError("invalid_filter", "cursor is not one that a list gave as next_cursor.");
  return { createdAt: Number(match[1]), id: match[2] };
}
