import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import { pino } from "pino";
import { startCheckpoints } from "@/db/checkpoints";
import { openDatabase } from "@/db/client";
import { batchJobs, localOwnerId } from "@/db/schema";
import { statement } from "@/db/statement";
import { submitBatch } from "@/lib/batch/submit";
import { readConfig } from "@/lib/config";
import type { BatchStatus } from "@/lib/contracts/status";
import { isTerminal } from "@/lib/contracts/terms/status";
import { Bell } from "@/lib/events/bell";
import { BlobStore } from "@/lib/files/blobs";
import { spanId } from "@/lib/ids";
import { ModelTurns } from "@/lib/models/turns";
import { SqliteQueue } from "@/lib/queue/sqlite";
import { nowUs } from "@/lib/trace/span";
import type { Task, TaskResult } from "@/lib/worker/messages";
import { Pulse } from "@/lib/worker/pulse";
import { BatchWorker } from "@/lib/worker/worker";
import { type Drained, type Engine, paced, slots } from "./engine";

const batchSize = 1_000;

/** Does nothing and says so as a thread does, with the span of one stage. */
const idle = {
  async perform({ parentSpanId }: Task): Promise<TaskResult> {
    const at = nowUs();
    const times = { startUs: at, endUs: at, status: "ok" as const, attributes: {}, events: [] };
    return {
      type: "done",
      artifacts: [],
      counts: null,
      spans: [{ spanId: spanId(), parentSpanId, name: "nothing", ...times }],
    };
  },
  async stop() {},
};

/** The machine itself: submission, tables, counters, events, spans and worker loop; only the threads are left out. */
export class Tracepress implements Engine {
  readonly name = "Tracepress";
  readonly how = "SQLite, WAL, synchronous=NORMAL, checkpoints on a thread";
  private readonly folder = mkdtempSync(join(tmpdir(), "tracepress-bench-"));
  readonly db = openDatabase(this.folder);
  private readonly endCheckpoints = startCheckpoints(this.db, (error) => {
    throw error;
  });
  private readonly bell = new Bell();
  private readonly queue = new SqliteQueue(this.db, this.bell);
  private readonly rooms = {
    db: this.db,
    bell: this.bell,
    blobs: new BlobStore(this.folder),
    config: readConfig({ TRACEPRESS_DATA: this.folder, TRACEPRESS_MAX_PENDING_ITEMS: "2000000" }),
  };

  async drain(items: number): Promise<Drained> {
    const began = performance.now();
    const ids: string[] = [];
    for (let left = items; left > 0; left -= batchSize) ids.push(await this.submit(Math.min(batchSize, left)));
    const put = performance.now();
    const worker = this.worker();
    worker.start();
    await Promise.all(ids.map((id) => this.ended(id)));
    const drainMs = performance.now() - put;
    await worker.stop();
    return { enqueueMs: put - began, drainMs };
  }

  async latencies(items: number, perSecond: number): Promise<number[]> {
    const worker = this.worker();
    worker.start();
    const measured: number[] = [];
    await paced(items, perSecond, async () => {
      const began = performance.now();
      await this.ended(await this.submit(1));
      measured.push(performance.now() - began);
    });
    await worker.stop();
    return measured;
  }

  async serverCpuSeconds(): Promise<number> {
    return 0;
  }

  async stop(): Promise<void> {
    this.endCheckpoints();
    this.db.$client.close();
    rmSync(this.folder, { recursive: true });
  }

  private async submit(items: number): Promise<string> {
    const submission = {
      kind: "coloring" as const,
      model: null,
      onModelFailure: null,
      maxCost: null,
      options: { include_pdf: false },
      items: Array.from({ length: items }, () => ({ file: "nothing", prompt: "" })),
      fieldOf: (index: number) => `items.${index}.file`,
      driveFolderPattern: null,
    };
    const parts = new Map([["nothing", { name: "nothing", key: "0".repeat(64) }]]);
    const context = { ownerId: localOwnerId, parts, idempotencyKey: null, traceparent: null };
    return (await submitBatch(this.rooms, submission, context)).batch_id;
  }

  private worker(): BatchWorker {
    const log = pino({ level: "warn" });
    const limits = { slots, maxPixels: 1e8, itemStageMs: 60_000, closingStageMs: 60_000 };
    return new BatchWorker({
      queue: this.queue,
      pool: idle,
      bell: this.bell,
      log,
      turns: new ModelTurns(this.rooms.config.models, () => null),
      pulse: new Pulse(),
      onStages: () => undefined,
      ...limits,
    });
  }

  private readonly status = statement<{ status: BatchStatus }>(
    this.db,
    this.db
      .select({ status: batchJobs.status })
      .from(batchJobs)
      .where(eq(batchJobs.id, sql.placeholder("id"))),
  );

  /** Looks at the batch's row at every ring. */
  private ended(id: string): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        const batch = this.status.get({ id });
        if (!batch || !isTerminal(batch.status)) return;
        unlisten();
        resolve();
      };
      const unlisten = this.bell.listen(id, look);
      look();
    });
  }
}
