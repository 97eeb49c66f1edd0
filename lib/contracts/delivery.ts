import { z } from "zod";

/** One file of a delivery. `attempts` is 0 when an earlier delivery had brought it there. */
export const deliveredFileSchema = z.object({
  name: z.string(),
  status: z.enum(["uploading", "completed", "failed"]),
  drive_file_id: z.string().nullable(),
  url: z.string().nullable(),
  bytes: z.number().int(),
  duration_ms: z.number(),
  attempts: z.number().int(),
  error: z.object({ code: z.string(), message: z.string(), retryable: z.boolean() }).nullable(),
});

/** What a delivery did: `upload_trace` of the trace. `error` says why nothing could be sent at all. */
export const deliveryReportSchema = z.object({
  status: z.enum(["completed", "failed"]),
  folder: z.object({ id: z.string(), url: z.string().nullable() }).nullable(),
  files: z.array(deliveredFileSchema),
  error: z.object({ code: z.string(), message: z.string(), retryable: z.boolean() }).nullable(),
});
export type DeliveryReport = z.infer<typeof deliveryReportSchema>;

/** Body of `POST /api/v1/batch/{id}/upload-to-drive`; all of it may be left out. */
export const deliverRequestSchema = z.strictObject({
  drive_folder_pattern: z.string().min(1).max(300).optional(),
});
export type DeliverRequest = z.infer<typeof deliverRequestSchema>;
