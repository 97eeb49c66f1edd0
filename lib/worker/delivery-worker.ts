import type { Logger } from "pino";
import type { DeliveryReport } from "@/lib/contracts/delivery";
import type { DeliveredFile } from "@/lib/delivery/delivery";
import { asTracepressError, type TracepressError } from "@/lib/errors";
import type { Bell } from "@/lib/events/bell";
import { spanId } from "@/lib/ids";
import type { DeliveryLease, DeliveryQueue } from "@/lib/queue/deliveries";
import { heartbeatMs } from "@/lib/queue/queue";
import { nowUs, type SpanRecord } from "@/lib/trace/span";
import { spanNames } from "@/lib/trace/span-names";
import { UploadSpans } from "./upload-spans";

/** Batches delivered at once: they wait for the network, not for a core. */
const atOnce = 2;

/** Sends one batch. Hears of its files; a file that fails is a row of the report. */
export type Deliver = (
  lease: DeliveryLease,
  signal: AbortSignal,
  onFile: (file: DeliveredFile, failure?: TracepressError) => void,
) => Promise<DeliveryReport>;

export interface DeliveryRooms {
  queue: DeliveryQueue;
  bell: Bell;
  log: Logger;
  deliver: Deliver;
}

interface Active {
  lease: DeliveryLease;
  abort: AbortController;
  ended: Promise<void>;
}

/** Delivers finished batches until it is stopped, on leases as all work is. */
export class DeliveryWorker {
  private readonly active = new Map<string, Active>();
  private timer: NodeJS.Timeout | null = null;
  private unlisten: (() => void) | null = null;
  private stopping = false;

  constructor(private readonly rooms: DeliveryRooms) {}

  start(): void {
    this.unlisten = this.rooms.bell.listen("delivery", () => this.look());
    this.timer = setInterval(() => this.beat(), heartbeatMs);
    this.timer.unref();
    this.beat();
  }

  /** As `BatchWorker.stop`. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.unlisten?.();
    if (this.timer) clearInterval(this.timer);
    for (const { lease, abort } of this.active.values()) {
      this.guarded(() => this.rooms.queue.release(lease));
      abort.abort();
    }
    await Promise.all([...this.active.values()].map(({ ended }) => ended));
  }

  private beat(): void {
    this.guarded(() => {
      const held = this.rooms.queue.heartbeat([...this.active.keys()]);
      for (const [token, { abort }] of this.active) if (!held.has(token)) abort.abort();
      this.rooms.queue.recoverExpired();
    });
    this.look();
  }

  private look(): void {
    this.guarded(() => {
      while (!this.stopping && this.active.size < atOnce) {
        const lease = this.rooms.queue.claim();
        if (!lease) return;
        this.begin(lease);
      }
    });
  }

  private begin(lease: DeliveryLease): void {
    const abort = new AbortController();
    const ended = this.work(lease, abort.signal).finally(() => {
      this.active.delete(lease.token);
      this.look();
    });
    this.active.set(lease.token, { lease, abort, ended });
  }

  private async work(lease: DeliveryLease, signal: AbortSignal): Promise<void> {
    const { queue, log } = this.rooms;
    const root = spanId();
    const startUs = nowUs();
    const uploads = new UploadSpans(root);
    const report = await this.rooms
      .deliver(lease, signal, (file, failure) => {
        uploads.heard(file);
        if (failure) log.warn({ batch_id: lease.batchId, file: file.name, err: failure }, "a file was not delivered");
        if (file.status === "completed") this.guarded(() => queue.moved(lease, `${file.name} is in Google Drive`));
      })
      .catch((thrown: unknown) => {
        if (!signal.aborted) log.warn({ batch_id: lease.batchId, err: thrown }, "a delivery failed");
        return failed(asTracepressError(thrown));
      });
    if (signal.aborted) return;
    const delivery = deliverySpan(root, startUs, lease, report);
    this.guarded(() => queue.finish(lease, report, [delivery, ...uploads.records]));
  }

  /** The database may be locked for a while: said in the log; what was not written is done again after the lease. */
  private guarded(work: () => void): void {
    try {
      work();
    } catch (err) {
      this.rooms.log.error({ err }, "the delivery worker could not reach the queue");
    }
  }
}

function failed({ code, message, retryable }: TracepressError): DeliveryReport {
  return { status: "failed", folder: null, files: [], error: { code, message, retryable } };
}

function deliverySpan(id: string, startUs: number, lease: DeliveryLease, report: DeliveryReport): SpanRecord {
  return {
    spanId: id,
    parentSpanId: null,
    name: spanNames.delivery,
    startUs,
    endUs: nowUs(),
    status: report.status === "completed" ? "ok" : "error",
    attributes: {
      attempt: lease.attempt,
      files: lease.files.length,
      ...(report.error && { "error.code": report.error.code }),
    },
    events: [],
  };
}
