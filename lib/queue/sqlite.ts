import { and, eq, gt, inArray } from "drizzle-orm";
import { type Db, type Tx, waitingAtMost } from "@/db/client";
import { batchItems, batchJobs, type ItemRow } from "@/db/schema";
import { settle } from "@/lib/batch/settle";
import type { ItemError } from "@/lib/contracts/status";
import type { Bell } from "@/lib/events/bell";
import type { ArtifactDraft, ItemResult } from "@/lib/pipelines/pipeline";
import type { SpanRecord } from "@/lib/trace/store";
import { insertArtifacts, outputSize } from "./artifacts";
import { longestAskedMs } from "./backoff";
import { claimClosing, completeClosing, failClosing, recoverClosings, releaseClosing } from "./closing";
import { runOut } from "./expiry";
import { begin, endItem, enterStage, held, keepSpans, putBack, waiting } from "./items";
import { beatWaitMs, type ClosingLease, type ItemLease, leaseMs, maxAttempts, type Queue } from "./queue";
import { type HotStatements, hotStatements } from "./statements";
import { nextItems } from "./turns";

/** The queue on SQLite: claims are one compare-and-swap statement, and writers take turns at the file's own lock. */
export class SqliteQueue implements Queue {
  /** Whose turn it is when one slot is free: an attempt after the first, or a first one. */
  private againNext = false;
  private readonly run: HotStatements;
  /** Batches of the transaction that is open. */
  private touched: Set<string> | null = null;

  constructor(
    private readonly db: Db,
    private readonly bell: Bell,
    private readonly now: () => number = Date.now,
  ) {
    this.run = hotStatements(db);
  }

  claimItems(limit: number): ItemLease[] {
    const now = this.now();
    return this.writeSoon((tx, touched) => {
      const next = nextItems(this.run, limit, now, this.againNext);
      if (next.length === 0) return [];
      this.againNext = !this.againNext;
      const rows = this.run.claim.all({ now, until: now + leaseMs, ids: JSON.stringify(next) });
      rows.sort((a, b) => next.indexOf(a.id) - next.indexOf(b.id));
      return rows.map((row) => {
        touched.add(row.batchId);
        return begin(tx, this.run, row, now);
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
      const before = held(this.run, lease);
      if (!before) return false;
      enterStage(tx, this.run, before, stage, stagesDone);
      touched.add(lease.batchId);
      return true;
    });
  }

  completeItem(lease: ItemLease, { artifacts, counts }: ItemResult, spans: SpanRecord[]): boolean {
    return this.write((tx, touched) => {
      const before = held(this.run, lease);
      if (!before) return false;
      insertArtifacts(tx, lease.batchId, lease.itemId, artifacts);
      keepSpans(this.run, lease, spans);
      const end = { status: "completed", error: null, counts, size: outputSize(artifacts) } as const;
      settle(tx, endItem(tx, this.run, before, end, this.now()), this.now());
      touched.add(lease.batchId);
      return true;
    });
  }

  retryItem(lease: ItemLease, error: ItemError, waitMs: number, spans: SpanRecord[]): boolean {
    return this.write((tx, touched) => {
      const before = held(this.run, lease);
      if (!before) return false;
      keepSpans(this.run, lease, spans);
      putBack(tx, before, { status: "retrying", attempts: before.attempts, availableAt: this.now() + waitMs, error });
      touched.add(lease.batchId);
      return true;
    });
  }

  failItem(lease: ItemLease, error: ItemError, spans: SpanRecord[], kept: ArtifactDraft[] = []): boolean {
    return this.write((tx, touched) => {
      const before = held(this.run, lease);
      if (!before) return false;
      insertArtifacts(tx, lease.batchId, lease.itemId, kept);
      keepSpans(this.run, lease, spans);
      const end = { status: "failed", error, counts: null, size: 0 } as const;
      settle(tx, endItem(tx, this.run, before, end, this.now()), this.now());
      touched.add(lease.batchId);
      return true;
    });
  }

  release(lease: ItemLease | ClosingLease): boolean {
    return this.write((tx, touched) => {
      touched.add(lease.batchId);
      if (!("itemId" in lease)) return releaseClosing(tx, lease);
      const before = held(this.run, lease);
      if (!before) return false;
      putBack(tx, before, waiting(before.attempts - 1, this.now()));
      return true;
    });
  }

  recoverExpired(): number {
    const now = this.now();
    return this.writeSoon((tx, touched) => {
      endLongWaits(tx, now);
      const lost = tx.select().from(batchItems).where(runOut(batchItems.leaseExpiresAt, now)).all();
      for (const row of lost) {
        touched.add(row.batchId);
        if (row.attempts < maxAttempts) putBack(tx, row, waiting(row.attempts, now));
        else {
          const end = { status: "failed", error: lostError(row), counts: null, size: 0 } as const;
          settle(tx, endItem(tx, this.run, row, end, now), now);
        }
      }
      return lost.length + recoverClosings(tx, now, touched);
    });
  }

  claimClosing(): ClosingLease | null {
    if (!this.run.closingReady.get()) return null;
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

  together<Answer>(verbs: (() => Answer)[]) {
    let failed = false;
    const all = () =>
      verbs.map((verb) => {
        try {
          return { answer: verb() };
        } catch (thrown) {
          failed = true;
          throw thrown;
        }
      });
    try {
      return this.write(all);
    } catch (thrown) {
      if (!failed) throw thrown;
      return verbs.map(attempt); // nothing of any is written: now each by itself
    }
  }

  /** One immediate transaction, or a part of the one that is open; its batches are rung once all has committed. */
  private write<Result>(work: (tx: Tx, touched: Set<string>) => Result): Result {
    if (this.touched) return work(this.db, this.touched);
    const touched = new Set<string>();
    this.touched = touched;
    let result: Result;
    try {
      result = this.db.transaction(() => work(this.db, touched), { behavior: "immediate" });
    } finally {
      this.touched = null;
    }
    for (const batchId of touched) this.bell.ring(batchId);
    return result;
  }
}

function attempt<Answer>(verb: () => Answer): { answer: Answer } | { thrown: unknown } {
  try {
    return { answer: verb() };
  } catch (thrown) {
    return { thrown };
  }
}

/** A wait that is longer than any was begun before the clock was set back. */
function endLongWaits(tx: Tx, now: number): void {
  const tooLong = and(eq(batchItems.status, "retrying"), gt(batchItems.availableAt, now + longestAskedMs));
  tx.update(batchItems).set({ availableAt: now }).where(tooLong).run();
}

const lostError = (row: ItemRow): ItemError => ({
  code: "worker_lost",
  message: `${row.name} stopped the worker ${row.attempts} times and was set aside.`,
  stage: row.stage,
  retryable: true,
});
