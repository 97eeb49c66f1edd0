import { pino } from "pino";
import { ModelTurns } from "@/lib/models/turns";
import { Pulse } from "@/lib/worker/pulse";
import { BatchWorker, type WorkerRooms } from "@/lib/worker/worker";
import type { TestRooms } from "./rooms";

/** The worker of a test's machine, not started: as a server has it, but for what the test gives it. */
export const batchWorker = (rooms: TestRooms, given: Pick<WorkerRooms, "pool"> & Partial<WorkerRooms>): BatchWorker =>
  new BatchWorker({
    queue: rooms.queue,
    bell: rooms.bell,
    log: pino({ level: "silent" }),
    slots: 2,
    maxPixels: 1e8,
    itemStageMs: 60_000,
    closingStageMs: 60_000,
    turns: new ModelTurns(rooms.config.models, () => null),
    pulse: new Pulse(),
    onStages: () => undefined,
    ...given,
  });
