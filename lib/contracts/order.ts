import { z } from "zod";
import { batchStatusSchema } from "./status";

/** Body of `POST /api/v1/batch/{id}/order`. */
export const orderRequestSchema = z.strictObject({
  item_ids: z.array(z.string()).min(1).describe("Every item of the batch once, in the order its pages should have."),
});
export type OrderRequest = z.infer<typeof orderRequestSchema>;

export const orderAnswerSchema = z.object({
  message: z.string(),
  status: batchStatusSchema.describe("processing while the book is bound anew."),
});
export type OrderAnswer = z.infer<typeof orderAnswerSchema>;
