import { and, eq, inArray, isNotNull, lte, sql } from "drizzle-orm";
import { type Db, type Tx, waitingAtMost } from "@/db/client";
import { batchItems, batchJobs, type ItemRow } from "@/db/schema";
import { settle } from "@/lib/batch/settle";
import type { ItemError } from "@/lib/contracts/status";
import type { Bell } from "@/lib/events/bell";
import { appendEvent } from "@/lib/events/log";
import type { ArtifactDraft, ItemResult } from "@/lib/pipelines/pipeline";
import { type SpanRecord, storeSpans } from "@/lib/trace/store";
import { insertArtifacts, outputSize } from "./artifacts";
import { claimClosing, completeClosing, failClosing, recoverClosings, releaseClosing } from "./closing";
import { itemFacts } from "./facts";
import { beatWaitMs, type ClosingLease, type ItemLease, leaseMs, maxAttempts, type Queue } from "./queue";
import { nextItems } from "./turns";

/** The queue on SQLite: claims are one compare-and-swap statement, and writers take turns at the file's own lock. */
export class SqliteQueue implements Queue {
  /** Whose turn it is when one slot is free: an attempt after the first, or a first one. */
  private againNext = false;

  constructor(
    private readonly db: Db,
    private readonly bell: Bell,
    private readonly now: () => number = Date.now,
  ) {}

  claimItems(limit: number): ItemLease[] {
    const now = this.now();
    return this.writeSoon((tx, touched) => {
      const next = nextItems(tx, limit, now, this.againNext);
      if (next.length === 0) return [];
      this.againNext = !this.againNext;
      const rows = tx
        .update(batchItems)
        .set({
          status: "running",
          leaseToken: sql`lower(hex(randomblob(16)))`,
          leaseExpiresAt: now + leaseMs,
          attempts: sql`${batchItems.attempts} + 1`,
          startedAt: sql`coalesce(${batchItems.startedAt}, ${now})`,
          error: null,
        })
        .where(inArray(batchItems.id, next))
        .returning()
        .all();
      rows.sort((a, b) => next.indexOf(a.id) - next.indexOf(b.id));
      return rows.map((row) => {
        touched.add(row.batchId);
        return begin(tx, row, now);
      });
    });
  }

  heartbeat(tokens: string[]): Set<string> {
    if (tokens.length === 0) return new Set();
    const until = { leaseExpiresAt: this.now() + leaseMs };
    return this.writeSoon((tx) => {
      const token = { token: batchItems.leaseToken };
      const items = tx
        .update(batchItems)
        .set(until)
        .where(inArray(batchItems.leaseToken, tokens))
        .returning(token)
        .all();
      const closings = tx
        .update(batchJobs)
        .set(until)
        .where(inArray(batchJobs.leaseToken, tokens))
        .returning({ token: batchJobs.leaseToken })
        .all();
      return new Set([...items, ...closings].map((row) => row.token as string));
    });
  }

  stageStarted(lease: ItemLease, stage: string, stagesDone: number): boolean {
    return this.write((tx, touched) => {
      const before = held(tx, lease);
      if (!before) return false;
      tx.update(batchItems).set({ stage, stagesDone }).where(eq(batchItems.id, lease.itemId)).run();
      const step = { stepsDone: sql`${batchJobs.stepsDone} + ${stagesDone - before.stagesDone}` };
      tx.update(batchJobs).set(step).where(eq(batchJobs.id, lease.batchId)).run();
      const facts = itemFacts({ ...before, stage });
      appendEvent(tx, lease.batchId, "item", `${lease.name}: ${stage}`, facts);
      touched.add(lease.batchId);
      return true;
    });
  }

  completeItem(lease: ItemLease, { artifacts, counts }: ItemResult, spans: SpanRecord[]): boolean {
    return this.write((tx, touched) => {
      const before = held(tx, lease);
      if (!before) return false;
      insertArtifacts(tx, lease.batchId, lease.itemId, artifacts);
      if (counts) tx.update(batchItems).set({ counts }).where(eq(batchItems.id, lease.itemId)).run();
      storeSpans(tx, { traceId: lease.traceId, batchId: lease.batchId, itemId: lease.itemId }, spans);
      endItem(tx, before, "completed", null, this.now(), outputSize(artifacts));
      settle(tx, lease.batchId, this.now());
      touched.add(lease.batchId);
      return true;
    });
  }

  retryItem(lease: ItemLease, error: ItemError, waitMs: number, spans: SpanRecord[]): boolean {
    return this.write((tx, touched) => {
      const before = held(tx, lease);
      if (!before) return false;
      storeSpans(tx, { traceId: lease.traceId, batchId: lease.batchId, itemId: lease.itemId }, spans);
      putBack(tx, before, { status: "retrying", attempts: before.attempts, availableAt: this.now() + waitMs, error });
      touched.add(lease.batchId);
      return true;
    });
  }

  failItem(lease: ItemLease, error: ItemError, spans: SpanRecord[]): boolean {
    return this.write((tx, touched) => {
      const before = held(tx, lease);
      if (!before) return false;
      storeSpans(tx, { traceId: lease.traceId, batchId: lease.batchId, itemId: lease.itemId }, spans);
      endItem(tx, before, "failed", error, this.now(), 0);
      settle(tx, lease.batchId, this.now());
      touched.add(lease.batchId);
      return true;
    });
  }

  release(lease: ItemLease | ClosingLease): boolean {
    return this.write((tx, touched) => {
      touched.add(lease.batchId);
      if (!("itemId" in lease)) return releaseClosing(tx, lease);
      const before = held(tx, lease);
      if (!before) return false;
      putBack(tx, before, waiting(before.attempts - 1, this.now()));
      return true;
    });
  }

  recoverExpired(): number {
    const now = this.now();
    return this.writeSoon((tx, touched) => {
      const lost = tx
        .select()
        .from(batchItems)
        .where(and(isNotNull(batchItems.leaseExpiresAt), lte(batchItems.leaseExpiresAt, now)))
        .all();
      for (const row of lost) {
        touched.add(row.batchId);
        if (row.attempts < maxAttempts) putBack(tx, row, waiting(row.attempts, now));
        else {
          endItem(tx, row, "failed", lostError(row), now, 0);
          settle(tx, row.batchId, now);
        }
      }
      return lost.length + recoverClosings(tx, now, touched);
    });
  }

  claimClosing(): ClosingLease | null {
    return this.writeSoon((tx, touched) => claimClosing(tx, this.now(), touched));
  }

  completeClosing(lease: ClosingLease, drafts: ArtifactDraft[], spans: SpanRecord[]): boolean {
    return this.write((tx, touched) => {
      touched.add(lease.batchId);
      return completeClosing(tx, lease, drafts, spans, this.now());
    });
  }

  failClosing(lease: ClosingLease, error: ItemError, spans: SpanRecord[]): boolean {
    return this.write((tx, touched) => {
      touched.add(lease.batchId);
      return failClosing(tx, lease, error, spans, this.now());
    });
  }

  /** What comes again at the next beat gives way to another process that holds the lock. */
  private writeSoon<Result>(work: (tx: Tx, touched: Set<string>) => Result): Result {
    return waitingAtMost(this.db, beatWaitMs, () => this.write(work));
  }

  /** One immediate transaction; the batches it touched are rung once it has committed. */
  private write<Result>(work: (tx: Tx, touched: Set<string>) => Result): Result {
    const touched = new Set<string>();
    const result = this.db.transaction((tx) => work(tx, touched), { behavior: "immediate" });
    for (const batchId of touched) this.bell.ring(batchId);
    return result;
  }
}

function held(tx: Tx, lease: ItemLease): ItemRow | undefined {
  const mine = and(eq(batchItems.id, lease.itemId), eq(batchItems.leaseToken, lease.token));
  return tx.select().from(batchItems).where(mine).get();
}

function begin(tx: Tx, row: ItemRow, now: number): ItemLease {
  const batch = tx
    .update(batchJobs)
    .set({
      status: sql`case when ${batchJobs.status} = 'pending' then 'processing' else ${batchJobs.status} end`,
      startedAt: sql`coalesce(${batchJobs.startedAt}, ${now})`,
      running: sql`${batchJobs.running} + 1`,
    })
    .where(eq(batchJobs.id, row.batchId))
    .returning()
    .get();
  appendEvent(tx, row.batchId, "item", `${row.name}: started`, itemFacts(row));
  const { id, leaseToken, attempts, ...item } = row;
  return {
    ...item,
    token: leaseToken as string,
    itemId: id,
    attempt: attempts,
    kind: batch.kind,
    traceId: batch.traceId,
    options: batch.options,
  };
}

type Waiting = Pick<ItemRow, "status" | "attempts" | "availableAt" | "error">;

const waiting = (attempts: number, availableAt: number): Waiting => {
  return { status: "pending", attempts, availableAt, error: null };
};

/** Without a lease and back at its first stage; begun again from `availableAt` on. */
function putBack(tx: Tx, row: ItemRow, wait: Waiting): void {
  const back = { ...wait, stage: null, stagesDone: 0, leaseToken: null, leaseExpiresAt: null } as const;
  tx.update(batchItems).set(back).where(eq(batchItems.id, row.id)).run();
  tx.update(batchJobs)
    .set({ running: sql`${batchJobs.running} - 1`, stepsDone: sql`${batchJobs.stepsDone} - ${row.stagesDone}` })
    .where(eq(batchJobs.id, row.batchId))
    .run();
  const message = wait.error
    ? `${row.name} will be tried again: ${wait.error.message}`
    : `${row.name}: waiting to be taken up again`;
  appendEvent(tx, row.batchId, "item", message, itemFacts({ ...row, ...back }));
}

function endItem(
  tx: Tx,
  row: ItemRow,
  status: "completed" | "failed",
  error: ItemError | null,
  now: number,
  size: number,
): void {
  const ended = { status, error, leaseToken: null, leaseExpiresAt: null, finishedAt: now } as const;
  tx.update(batchItems).set(ended).where(eq(batchItems.id, row.id)).run();
  const counter = status === "completed" ? "processed" : "failed";
  const batch = tx
    .update(batchJobs)
    .set({
      running: sql`${batchJobs.running} - 1`,
      [counter]: sql`${batchJobs[counter]} + 1`,
      totalSize: sql`${batchJobs.totalSize} + ${size}`,
    })
    .where(eq(batchJobs.id, row.batchId))
    .returning()
    .get();
  const stagesPerItem = batch.stepsTotal / batch.totalItems;
  tx.update(batchJobs)
    .set({ stepsDone: sql`${batchJobs.stepsDone} + ${stagesPerItem - row.stagesDone}` })
    .where(eq(batchJobs.id, row.batchId))
    .run();
  const message = error ? `${row.name} failed: ${error.message}` : `${row.name} is ready`;
  appendEvent(tx, row.batchId, "item", message, itemFacts({ ...row, ...ended }));
}

const lostError = (row: ItemRow): ItemError => ({
  code: "worker_lost",
  message: `${row.name} stopped the worker ${row.attempts} times and was set aside.`,
  stage: row.stage,
  retryable: true,
});
