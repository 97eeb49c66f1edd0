import { z } from "zod";

/** Body of `POST /api/v1/batch/{id}/keep`; all of it may be left out. `false` lets the batch expire again. */
export const keepRequestSchema = z.strictObject({ keep: z.boolean().default(true) });

export const keepAnswerSchema = z.object({
  batch_id: z.string(),
  keep: z.boolean(),
  expires_at: z.string().nullable(),
});
export type KeepAnswer = z.infer<typeof keepAnswerSchema>;
