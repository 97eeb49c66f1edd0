import { z } from "zod";

export const uploadStatuses = ["uploaded", "failed"] as const;

/** One file of a delivery. */
export const deliveredFileSchema = z.object({
  name: z.string(),
  status: z.enum(uploadStatuses),
  drive_file_id: z.string().nullable(),
  url: z.string().nullable(),
  bytes: z.number().int(),
  duration_ms: z.number(),
  attempts: z.number().int(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
});
export type DeliveredFile = z.infer<typeof deliveredFileSchema>;

/** What a delivery did: `upload_trace` of the trace. */
export const deliveryReportSchema = z.object({
  status: z.enum(uploadStatuses),
  folder: z.object({ id: z.string(), url: z.string() }).nullable(),
  files: z.array(deliveredFileSchema),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
});
export type DeliveryReport = z.infer<typeof deliveryReportSchema>;
