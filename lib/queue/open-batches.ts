import type { Db } from "@/db/client";
import type { BatchRow } from "@/db/schema";
import { settle } from "@/lib/batch/settle";
import { allEnded } from "@/lib/batch/state";
import { type EventFacts, eventRow } from "@/lib/events/log";
import type { CountedBatch, HotStatements } from "./statements";

/** What an item's step changes of its batch. */
export type BatchChange = Partial<
  Pick<BatchRow, "status" | "startedAt" | "running" | "processed" | "failed" | "stepsDone" | "totalSize">
>;

/**
 * Batches for which the open transaction counts: each is read once, counted up here with every event, and written once.
 * The transaction holds the write lock, so nobody else changes a row meanwhile; a statement of its own on a batch's row
 * comes after `write`.
 */
export class OpenBatches {
  /** Every batch of the transaction, to be rung once it has committed. */
  readonly touched = new Set<string>();
  private readonly rows = new Map<string, { batch: CountedBatch; status: BatchRow["status"] }>();

  constructor(
    private readonly db: Db,
    private readonly run: HotStatements,
  ) {}

  /** A batch as it stands with what was counted so far. */
  of(batchId: string): CountedBatch {
    const known = this.rows.get(batchId);
    if (known) return known.batch;
    const batch = this.run.counts.get({ batchId });
    if (!batch) throw new Error(`An item without its batch ${batchId}`);
    this.rows.set(batchId, { batch, status: batch.status });
    this.touched.add(batchId);
    return batch;
  }

  /**
   * Changes a batch and tells of it in one event of an item.
   * @param batch of which `of` told. @param at when it came about, in milliseconds since the epoch; now if not given.
   */
  tell(batch: CountedBatch, change: BatchChange, message: string, facts: EventFacts, at?: number): void {
    Object.assign(batch, change);
    batch.message = message;
    batch.lastSeq++;
    this.run.event.run(eventRow(batch, "item", facts, at));
  }

  /** Called after an item's end: moves its batch on when that was the last one. */
  settle(ended: CountedBatch, now: number): void {
    if (!allEnded(ended)) return;
    this.write();
    const batch = this.run.batch.get({ batchId: ended.id });
    if (batch) settle(this.db, batch, now);
  }

  /** Runs what has statements of its own on a batch's row, and rings the batch. */
  alone<Result>(batchId: string, work: () => Result): Result {
    this.write();
    this.touched.add(batchId);
    return work();
  }

  /** Writes what was counted so far. */
  write(): void {
    for (const { batch, status } of this.rows.values()) {
      this.run.counted.run(batch);
      if (batch.status !== status) this.run.status.run(batch);
    }
    this.rows.clear();
  }
}
