import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { type Db, immediately, prepared, type Tx, waitingAtMost } from "@/db/client";
import { artifacts, type BatchRow, batchJobs } from "@/db/schema";
import { finishBatch } from "@/lib/batch/settle";
import { outcomeMessage } from "@/lib/batch/state";
import { titleOf } from "@/lib/batch/title";
import type { DeliveryReport } from "@/lib/contracts/delivery";
import type { Bell } from "@/lib/events/bell";
import { appendEvent } from "@/lib/events/log";
import { opaqueId } from "@/lib/ids";
import type { SpanRecord } from "@/lib/trace/span";
import { storeSpans } from "@/lib/trace/store";
import { runOut } from "./expiry";
import { beatWaitMs, leaseMs, maxAttempts } from "./queue";
import { deliveryIs } from "./whole-batch";

/** The right to deliver one finished batch for a while; `token` proves it. */
export interface DeliveryLease {
  token: string;
  batchId: string;
  folderPattern: string;
  /** What the folder pattern's placeholders stand for. */
  values: { date: string; job_id: string; title: string };
  files: { name: string; mediaType: string; size: number; blob: string }[];
  attempt: number;
}

const ready = prepared((db) =>
  db.select({ id: batchJobs.id }).from(batchJobs).where(deliveryIs.ready).limit(1).prepare(),
);

/** Batches that wait to be delivered, durable as all leases are: whoever finishes must still hold the lease. */
export class DeliveryQueue {
  constructor(
    private readonly db: Db,
    private readonly bell: Bell,
    private readonly now: () => number = Date.now,
  ) {}

  claim(): DeliveryLease | null {
    if (!ready(this.db).get()) return null; // a look must not take the writers' lock
    return this.writeSoon((tx, touched) => {
      const next = tx
        .select({ id: batchJobs.id })
        .from(batchJobs)
        .where(deliveryIs.ready)
        .orderBy(asc(batchJobs.createdAt))
        .limit(1);
      const token = opaqueId("lease");
      const taken = {
        delivery: "running",
        leaseToken: token,
        leaseExpiresAt: this.now() + leaseMs,
        deliveryAttempts: sql`${batchJobs.deliveryAttempts} + 1`,
      } as const;
      const batch = tx.update(batchJobs).set(taken).where(inArray(batchJobs.id, next)).returning().get();
      if (!batch) return null;
      touched.add(batch.id);
      return leaseOf(tx, batch, token);
    });
  }

  /** Extends leases. Returns the tokens that are still held. */
  heartbeat(tokens: string[]): Set<string> {
    if (tokens.length === 0) return new Set();
    const until = { leaseExpiresAt: this.now() + leaseMs };
    const rows = this.writeSoon((tx) =>
      tx
        .update(batchJobs)
        .set(until)
        .where(inArray(batchJobs.leaseToken, tokens))
        .returning({ token: batchJobs.leaseToken })
        .all(),
    );
    return new Set(rows.map(({ token }) => token as string));
  }

  /** Tells those who watch how far it is. */
  moved(lease: DeliveryLease, message: string): boolean {
    return this.onHeld(lease, (tx, batch) => appendEvent(tx, batch.id, "progress", message));
  }

  finish(lease: DeliveryLease, report: DeliveryReport, spans: SpanRecord[]): boolean {
    return this.onHeld(lease, (tx, batch) => {
      storeSpans(tx, { batchId: batch.id, itemId: null }, spans);
      end(tx, batch, report, this.now());
    });
  }

  /** Gives it back untouched, as on shutdown. */
  release(lease: DeliveryLease): boolean {
    return this.onHeld(lease, (tx, batch) => reopen(tx, batch, batch.deliveryAttempts - 1));
  }

  /** Puts deliveries of dead workers back, or ends them when they have been tried too often. */
  recoverExpired(): number {
    const now = this.now();
    return this.writeSoon((tx, touched) => {
      const expired = runOut(batchJobs.leaseExpiresAt, now);
      const lost = tx.select().from(batchJobs).where(and(deliveryIs.running, expired)).all();
      for (const batch of lost) {
        touched.add(batch.id);
        if (batch.deliveryAttempts < maxAttempts) reopen(tx, batch, batch.deliveryAttempts);
        else end(tx, batch, stoppedTooOften, now);
      }
      return lost.length;
    });
  }

  private onHeld(lease: DeliveryLease, work: (tx: Tx, batch: BatchRow) => void): boolean {
    return this.write((tx, touched) => {
      const mine = and(eq(batchJobs.id, lease.batchId), eq(batchJobs.leaseToken, lease.token));
      const batch = tx.select().from(batchJobs).where(mine).get();
      if (!batch) return false;
      work(tx, batch);
      touched.add(batch.id);
      return true;
    });
  }

  private writeSoon<Result>(work: (tx: Tx, touched: Set<string>) => Result): Result {
    return waitingAtMost(this.db, beatWaitMs, () => this.write(work));
  }

  private write<Result>(work: (tx: Tx, touched: Set<string>) => Result): Result {
    const touched = new Set<string>();
    const result = immediately(this.db, (tx) => work(tx, touched));
    for (const batchId of touched) this.bell.ring(batchId);
    return result;
  }
}

const stoppedTooOften: DeliveryReport = {
  status: "failed",
  folder: null,
  files: [],
  error: { code: "worker_lost", message: "The delivery stopped the worker too often.", retryable: true },
};

function leaseOf(tx: Tx, batch: BatchRow, token: string): DeliveryLease {
  const mine = and(eq(artifacts.batchId, batch.id), eq(artifacts.role, "output"));
  const files = tx.select().from(artifacts).where(mine).orderBy(asc(artifacts.id)).all();
  return {
    token,
    batchId: batch.id,
    folderPattern: batch.driveFolderPattern ?? "",
    values: { date: new Date(batch.createdAt).toISOString().slice(0, 10), job_id: batch.id, title: titleOf(batch) },
    files: files.map(({ name, mediaType, size, blob }) => ({ name, mediaType, size, blob })),
    attempt: batch.deliveryAttempts,
  };
}

function reopen(tx: Tx, batch: BatchRow, deliveryAttempts: number): void {
  tx.update(batchJobs)
    .set({ delivery: "ready", deliveryAttempts, leaseToken: null, leaseExpiresAt: null })
    .where(eq(batchJobs.id, batch.id))
    .run();
  appendEvent(tx, batch.id, "progress", "The delivery will begin again");
}

function end(tx: Tx, batch: BatchRow, report: DeliveryReport, now: number): void {
  tx.update(batchJobs).set({ deliveryReport: report }).where(eq(batchJobs.id, batch.id)).run();
  const done = outcomeMessage(batch);
  if (report.status === "completed") finishBatch(tx, batch, "completed", `${done}, delivered to Google Drive`, now);
  else finishBatch(tx, batch, "completed_upload_failed", `${done}; ${whyFailed(report)}`, now);
}

function whyFailed({ error, files }: DeliveryReport): string {
  if (error) return `nothing was delivered: ${error.message}`;
  const failed = files.filter(({ status }) => status === "failed");
  return `${failed.length} of ${files.length} files were not delivered: ${failed[0]?.error?.message ?? ""}`;
}
