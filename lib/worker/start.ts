import { join } from "node:path";
import { startCheckpoints } from "@/db/checkpoints";
import { database } from "@/db/client";
import { config } from "@/lib/config";
import { bell } from "@/lib/events/bell";
import { watchForeignWrites } from "@/lib/events/foreign";
import { blobs } from "@/lib/files/blobs";
import { log } from "@/lib/log";
import { metrics } from "@/lib/metrics/metrics";
import { ModelTurns } from "@/lib/models/turns";
import { DeliveryQueue } from "@/lib/queue/deliveries";
import { leftToSpend } from "@/lib/queue/spending";
import { SqliteQueue } from "@/lib/queue/sqlite";
import { shutdown } from "@/lib/shutdown";
import { singleton } from "@/lib/singleton";
import { collectorOf } from "@/lib/trace/collector";
import { startExporter } from "@/lib/trace/exporter";
import { deliverToDrive } from "./deliver-to-drive";
import { DeliveryWorker } from "./delivery-worker";
import { ThreadPool } from "./pool";
import { pulse } from "./pulse";
import { startSweeper } from "./sweeper";
import { BatchWorker } from "./worker";

/** Starts the process's worker, once, and has it hand its leases back when the process is told to stop. */
export function startWorker(): void {
  singleton("worker", () => {
    const settings = config();
    const { slots, maxPixels, itemStageMs, closingStageMs, data, drive, telemetry, models } = settings;
    const db = database();
    const worker = new BatchWorker({
      queue: new SqliteQueue(db, bell()),
      pool: new ThreadPool(slots),
      bell: bell(),
      log: log(),
      slots,
      maxPixels,
      itemStageMs,
      closingStageMs,
      turns: new ModelTurns(models, (batchId) => leftToSpend(db, batchId)),
      pulse: pulse(),
      onStages: (spans) => metrics().stagesEnded(spans),
    });
    const unwatch = watchForeignWrites(db, bell());
    worker.start();
    const endCheckpoints = startCheckpoints(db, (err) =>
      log().error({ err }, "the database could not be checkpointed"),
    );
    const deliver = deliverToDrive(drive, blobs());
    const deliveries = new DeliveryWorker({ queue: new DeliveryQueue(db, bell()), bell: bell(), log: log(), deliver });
    deliveries.start();
    const collector = collectorOf(telemetry);
    const unexport = collector ? startExporter(db, collector, log()) : null;
    const unsweep = startSweeper({ db, blobs: blobs(), config: settings, zips: join(data, "zips") }, log());
    shutdown().onStop(async () => {
      unwatch();
      await Promise.all([unsweep(), worker.stop(), deliveries.stop(), shutdown().requestsAnswered()]);
      await unexport?.();
      endCheckpoints();
      db.$client.close();
    });
    return worker;
  });
}
