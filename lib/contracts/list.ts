import { z } from "zod";
import { batchesPerPage, batchKinds, batchStatuses } from "./terms/status";

/** Batches that one answer may have. */
export const limitSchema = z.number().int().min(1).max(100);

/** The query of `GET /api/v1/batch`. */
export const listQuerySchema = z.object({
  kind: z.enum(batchKinds).optional(),
  status: z.enum(batchStatuses).optional(),
  limit: z.coerce.number().pipe(limitSchema).default(batchesPerPage),
  cursor: z.string().optional(),
});
export type ListQuery = z.infer<typeof listQuerySchema>;
