import { and, eq, gt } from "drizzle-orm";
import { type Db, immediately, type Tx, waitingAtMost } from "@/db/client";
import { batchItems, type ItemRow } from "@/db/schema";
import type { Usage } from "@/lib/contracts/models";
import type { ItemError } from "@/lib/contracts/status";
import type { Bell } from "@/lib/events/bell";
import type { ArtifactDraft, ItemResult } from "@/lib/pipelines/pipeline";
import type { SpanRecord } from "@/lib/trace/span";
import { insertArtifacts, outputSize } from "./artifacts";
import { longestAskedMs } from "./backoff";
import { claimClosing, completeClosing, failClosing, recoverClosings, releaseClosing } from "./closing";
import { itemsRunOut } from "./expiry";
import { begin, endItem, enterStage, held, type ItemEnd, keepSpans, putBack, waiting } from "./items";
import { OpenBatches } from "./open-batches";
import { beatWaitMs, type ClosingLease, type ItemLease, leaseMs, maxAttempts, type Queue } from "./queue";
import { addUsage } from "./spending";
import { type ClaimedItem, type HotStatements, hotStatements } from "./statements";
import { type ModelRoom, nextItems } from "./turns";

/** The queue on SQLite: claims are one compare-and-swap statement, and writers take turns at the file's own lock. */
export class SqliteQueue implements Queue {
  /** Whose turn it is when one slot is free: an attempt after the first, or a first one. */
  private againNext = false;
  private readonly run: HotStatements;
  /** Those of the transaction that is open. */
  private open: OpenBatches | null = null;

  constructor(
    private readonly db: Db,
    private readonly bell: Bell,
    private readonly now: () => number = Date.now,
  ) {
    this.run = hotStatements(db);
  }

  claimItems(limit: number, room: ModelRoom = {}): ItemLease[] {
    const now = this.now();
    const next = nextItems(this.run, { limit, now, againFirst: this.againNext, room });
    if (next.length === 0) return [];
    this.againNext = !this.againNext;
    return this.writeSoon((batches) => {
      const taken = this.run.claim.all({ now, until: now + leaseMs, ids: JSON.stringify(next) });
      return inOrder(taken, next).map((row) => begin(batches, row, now));
    });
  }

  heartbeat(tokens: string[]): Set<string> {
    if (tokens.length === 0) return new Set();
    const held = { until: this.now() + leaseMs, tokens: JSON.stringify(tokens) };
    return this.writeSoon(() => {
      const rows = [...this.run.beatItems.all(held), ...this.run.beatClosings.all(held)];
      return new Set(rows.map(({ token }) => token));
    });
  }

  held(tokens: string[]): Set<string> {
    const asked = { tokens: JSON.stringify(tokens) };
    const rows = [...this.run.heldItems.all(asked), ...this.run.heldClosings.all(asked)];
    return new Set(rows.map(({ token }) => token));
  }

  stageStarted(lease: ItemLease, stage: string, stagesDone: number, at?: number): boolean {
    return this.write((batches) => {
      const before = held(this.run, lease);
      if (!before) return false;
      enterStage(batches, this.run, before, { stage, stagesDone, at });
      return true;
    });
  }

  addUsage(lease: ItemLease, usage: Usage, mostUnmetered: number): void {
    this.write((batches) => batches.alone(lease.batchId, () => addUsage(this.db, lease.itemId, usage, mostUnmetered)));
  }

  completeItem(lease: ItemLease, { artifacts, counts, drawn = null }: ItemResult, spans: SpanRecord[]): boolean {
    const end = { status: "completed", error: null, counts, drawn, size: outputSize(artifacts) } as const;
    return this.endItem(lease, end, artifacts, spans);
  }

  retryItem(lease: ItemLease, error: ItemError, waitMs: number, spans: SpanRecord[]): boolean {
    return this.write((batches) => {
      const before = held(this.run, lease);
      if (!before) return false;
      keepSpans(this.run, lease, spans);
      const wait = { attempts: before.attempts, availableAt: this.now() + waitMs, error };
      putBack(this.db, batches, before, { status: "retrying", ...wait });
      return true;
    });
  }

  failItem(lease: ItemLease, error: ItemError, spans: SpanRecord[], kept: ArtifactDraft[] = []): boolean {
    return this.endItem(lease, { status: "failed", error, counts: null, drawn: null, size: 0 }, kept, spans);
  }

  private endItem(lease: ItemLease, end: ItemEnd, files: ArtifactDraft[], spans: SpanRecord[]): boolean {
    return this.write((batches) => {
      if (!endItem(batches, this.run, lease, end, this.now())) return false;
      insertArtifacts(this.db, lease.batchId, lease.itemId, files);
      keepSpans(this.run, lease, spans);
      return true;
    });
  }

  release(lease: ItemLease | ClosingLease): boolean {
    return this.write((batches) => {
      if (!("itemId" in lease)) return batches.alone(lease.batchId, () => releaseClosing(this.db, lease));
      const before = held(this.run, lease);
      if (!before) return false;
      putBack(this.db, batches, before, waiting(before.attempts - 1, this.now()));
      return true;
    });
  }

  recoverExpired(): number {
    const now = this.now();
    return this.writeSoon((batches) => {
      endLongWaits(this.db, now);
      const lost = itemsRunOut(this.db, now).all();
      for (const row of lost) {
        if (row.attempts < maxAttempts) putBack(this.db, batches, row, waiting(row.attempts, now));
        else {
          const item = { ...row, itemId: row.id, token: row.leaseToken as string };
          const end = { status: "failed", error: lostError(row), counts: null, drawn: null, size: 0 } as const;
          endItem(batches, this.run, item, end, now);
        }
      }
      batches.write();
      return lost.length + recoverClosings(this.db, now, batches.touched);
    });
  }

  claimClosing(): ClosingLease | null {
    if (!this.run.closingReady.get({})) return null;
    return this.writeSoon((batches) => {
      batches.write();
      return claimClosing(this.db, this.now(), batches.touched);
    });
  }

  completeClosing(lease: ClosingLease, drafts: ArtifactDraft[], spans: SpanRecord[]): boolean {
    return this.write((batches) =>
      batches.alone(lease.batchId, () => completeClosing(this.db, lease, drafts, spans, this.now())),
    );
  }

  failClosing(lease: ClosingLease, error: ItemError, spans: SpanRecord[]): boolean {
    return this.write((batches) =>
      batches.alone(lease.batchId, () => failClosing(this.db, lease, error, spans, this.now())),
    );
  }

  /** What comes again at the next beat gives way to another process that holds the lock, unless it is held already. */
  private writeSoon<Result>(work: (batches: OpenBatches) => Result): Result {
    return this.open ? work(this.open) : waitingAtMost(this.db, beatWaitMs, () => this.write(work));
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
  private write<Result>(work: (batches: OpenBatches) => Result): Result {
    if (this.open) return work(this.open);
    const batches = new OpenBatches(this.db, this.run);
    this.open = batches;
    let result: Result;
    try {
      result = immediately(this.db, () => {
        const done = work(batches);
        batches.write();
        return done;
      });
    } finally {
      this.open = null;
    }
    for (const batchId of batches.touched) this.bell.ring(batchId);
    return result;
  }
}

/** Those that were taken, by their turn: SQLite returns them as they lie in the table. */
function inOrder(taken: ClaimedItem[], turns: readonly string[]): ClaimedItem[] {
  const byId = new Map(taken.map((item) => [item.id, item]));
  return turns.flatMap((id) => byId.get(id) ?? []);
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
