import { z } from "zod";
import { batchesPerPage, batchKinds, batchStatuses, mostSought } from "./terms/status";

/** Batches that one answer may have. */
export const limitSchema = z.number().int().min(1).max(100);

/** Words to find a batch by. */
export const findSchema = z.string().trim().max(mostSought);

/** The query of `GET /api/v1/batch`. */
export const listQuerySchema = z.object({
  kind: z.enum(batchKinds).optional(),
  status: z.enum(batchStatuses).optional(),
  find: findSchema.optional(),
  limit: z.coerce.number().pipe(limitSchema).default(batchesPerPage),
  cursor: z.string().optional(),
});
export type ListQuery = z.infer<typeof listQuerySchema>;
