import { z } from "zod";
import { batchStatusSchema } from "./status";

/** Body of `POST /api/v1/batch/{id}/retry`; all of it may be left out. */
export const retryRequestSchema = z.strictObject({
  item_ids: z.array(z.string()).min(1).optional().describe("Items to run again; all that failed or were cancelled."),
});
export type RetryRequest = z.infer<typeof retryRequestSchema>;

export const retryAnswerSchema = z.object({
  message: z.string(),
  status: batchStatusSchema,
  retried: z.number().int().describe("Items that this request put back; 0 when an earlier one had."),
});
export type RetryAnswer = z.infer<typeof retryAnswerSchema>;
