import { z } from "zod";
import type { BatchStatus } from "./status";
import { batchStatuses } from "./terms/status";

type BatchCounts = Record<BatchStatus, z.ZodInt>;

/** `GET /api/v1/queue/stats`. */
export const queueStatsSchema = z.object({
  pending: z.number().int().describe("Items that were not begun yet."),
  running: z.number().int(),
  retrying: z.number().int().describe("Items that wait for another attempt."),
  batches: z.object(Object.fromEntries(batchStatuses.map((status) => [status, z.int()])) as BatchCounts),
  slots: z.number().int().describe("Items that this server works on at once."),
  items_per_minute: z.number().nullable().describe("Measured over the last ten minutes; null when nothing ended."),
  estimated_wait_seconds: z
    .number()
    .int()
    .nullable()
    .describe("Until all that waits now is done at that pace; null where no pace was measured."),
});
export type QueueStats = z.infer<typeof queueStatsSchema>;

const checkSchema = z.object({ ok: z.boolean(), detail: z.string() });

/** `GET /api/health/ready`; answered with 503 when a check is not ok. */
export const readinessSchema = z.object({
  status: z.enum(["ready", "not_ready"]),
  checks: z.object({ database: checkSchema, disk: checkSchema, worker: checkSchema }),
});
export type Readiness = z.infer<typeof readinessSchema>;
export type HealthCheck = z.infer<typeof checkSchema>;
