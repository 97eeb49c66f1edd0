import { z } from "zod";
import { usageSchema } from "./models";
import { modelFailures, modelNames } from "./terms/models";
import { batchKinds, batchStatuses, itemStatuses } from "./terms/status";

export type BatchKind = (typeof batchKinds)[number];

export const batchStatusSchema = z.enum(batchStatuses);
export type BatchStatus = z.infer<typeof batchStatusSchema>;

export const itemStatusSchema = z.enum(itemStatuses);
export type ItemStatus = z.infer<typeof itemStatusSchema>;

export const itemErrorSchema = z.object({
  code: z.string(),
  message: z.string(),
  stage: z.string().nullable(),
  retryable: z.boolean(),
});
export type ItemError = z.infer<typeof itemErrorSchema>;

export const artifactSchema = z.object({
  name: z.string(),
  media_type: z.string(),
  size: z.number().int(),
  url: z.string(),
});
export type ArtifactView = z.infer<typeof artifactSchema>;

/** Painted elements of an SVG by what stands for them on its slide; `none` for those that are not drawn. */
export const tierCountsSchema = z.object({
  native: z.number().int(),
  picture: z.number().int(),
  raster: z.number().int(),
  none: z.number().int(),
});
export type TierCounts = z.infer<typeof tierCountsSchema>;

/** Who drew a page, and, where that is not who was asked, why. */
export const drawnSchema = z.object({
  by: z.enum(modelNames),
  instead_of: z.object({ model: z.enum(modelNames), code: z.string(), message: z.string() }).nullable(),
});
export type Drawn = z.infer<typeof drawnSchema>;

export const itemSchema = z.object({
  item_id: z.string(),
  index: z.number().int(),
  name: z.string(),
  prompt: z.string(),
  status: itemStatusSchema,
  stage: z.string().nullable(),
  attempts: z.number().int(),
  next_attempt_at: z.string().nullable().describe("When an item that is to be tried again is begun."),
  duration_ms: z.number().nullable(),
  error: itemErrorSchema.nullable(),
  counts: tierCountsSchema.nullable().describe("Of a slide that is made."),
  drawn: drawnSchema.nullable().describe("Of a page that is made: by whom."),
  usage: usageSchema.nullable().describe("What asking a model took so far; null where none was asked."),
  artifacts: z.array(artifactSchema),
});
export type ItemView = z.infer<typeof itemSchema>;

/** How far a batch is. `processed` counts finished good items; the six counts of items add up to `total_items`. */
export const countersSchema = z.object({
  status: batchStatusSchema,
  total_items: z.number().int(),
  processed: z.number().int(),
  failed: z.number().int(),
  cancelled: z.number().int(),
  pending: z.number().int(),
  running: z.number().int(),
  progress_percent: z.number().min(0).max(100),
  // What was written before there were models says nothing of costs.
  cost: z
    .number()
    .nullable()
    .default(0)
    .describe("US dollars that models have cost so far, by the prices that are set; null where one is not."),
  unmetered_cost: z
    .number()
    .default(0)
    .describe("US dollars at most that calls may have cost which broke off; they count against max_cost too."),
});
export type Counters = z.infer<typeof countersSchema>;

export const linksSchema = z.object({
  status: z.string(),
  progress: z.string(),
  download: z.string(),
  cancel: z.string(),
  retry: z.string(),
  book: z.string(),
  order: z.string(),
  again: z.string(),
  keep: z.string(),
  remove: z.string().describe("Taken with DELETE."),
  upload_to_drive: z.string(),
  trace: z.string(),
  page: z.string(),
});

export const batchSchema = countersSchema.extend({
  job_id: z.string(),
  batch_id: z.string(),
  kind: z.enum(batchKinds),
  title: z.string().describe("Its book's or presentation's title as it was given; empty without one."),
  first_names: z.array(z.string()).describe("Names of its first items, two at most, in the order of submission."),
  cover: artifactSchema.nullable().describe("A picture of its first page or slide that is there; null before one is."),
  current_item: z.string().nullable(),
  message: z.string(),
  total_size: z.number().int(),
  eta_seconds: z.number().nullable(),
  created_at: z.string(),
  started_at: z.string().nullable(),
  finished_at: z.string().nullable(),
  expires_at: z.string().nullable(),
  keep: z.boolean().describe("Taken out of expiry."),
  model: z.enum(modelNames).nullable().describe("Who draws its pages; null of a deck."),
  on_model_failure: z.enum(modelFailures).nullable(),
  max_cost: z.number().nullable().describe("US dollars that asking the model may cost; null without a bound."),
  drive_integration_enabled: z.boolean(),
  drive_upload_status: z.enum(["pending", "uploading", "completed", "failed", "cancelled"]).nullable(),
  drive_folder_url: z.string().nullable(),
  links: linksSchema,
  artifacts: z.array(artifactSchema).describe("What belongs to the whole batch, such as book.pdf."),
  page_order: z
    .array(z.string())
    .nullable()
    .optional()
    .describe("With the items: their ids in the order of the book and the ZIP; null for the order of submission."),
  items: z.array(itemSchema).optional(),
});
export type BatchView = z.infer<typeof batchSchema>;

/** Whether a status tells its items: yes unless told otherwise. */
export const statusQuerySchema = z.object({ items: z.enum(["0", "1"]).default("1") });
export const downloadQuerySchema = z.object({ partial: z.enum(["0", "1"]).default("0") });

export const batchListSchema = z.object({
  batches: z.array(batchSchema),
  count: z.number().int(),
  next_cursor: z.string().nullable(),
});
export type BatchList = z.infer<typeof batchListSchema>;

/** What a verb answers that says no more than how the batch stands now. */
export const statusAnswerSchema = z.object({ message: z.string(), status: batchStatusSchema });

export const submittedSchema = z.object({
  batch_id: z.string(),
  job_id: z.string(),
  status: batchStatusSchema,
  total_items: z.number().int(),
  links: linksSchema,
});
export type Submitted = z.infer<typeof submittedSchema>;
