import { z } from "zod";
import { deckSummarySchema, packageTraceSchema, slideTraceSchema } from "./deck-trace";
import { deliveryReportSchema } from "./delivery";
import { traceFormats } from "./terms/trace";

const attributeSchema = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.array(z.number())]);
export type TraceAttributes = Record<string, z.infer<typeof attributeSchema>>;

/** A stretch of work. Times are nanoseconds since the Unix epoch, as text: they are beyond what a JSON number holds. */
export const traceSpanSchema = z.object({
  span_id: z.string(),
  parent_span_id: z.string().nullable(),
  name: z.string(),
  start_unix_nano: z.string(),
  end_unix_nano: z.string().nullable().describe("Null while it goes on."),
  status: z.enum(["ok", "error", "unset"]),
  item_id: z.string().nullable(),
  attributes: z.record(z.string(), attributeSchema),
  events: z.array(
    z.object({ name: z.string(), time_unix_nano: z.string(), attributes: z.record(z.string(), attributeSchema) }),
  ),
});
export type TraceSpan = z.infer<typeof traceSpanSchema>;

/** What a stage of a coloring page took in, decided and gave, under the stage's name. */
export const stageTraceSchema = z.object({
  duration_ms: z.number(),
  status: z.enum(["ok", "error"]),
  attributes: z.record(z.string(), attributeSchema),
  proof_url: z.string().nullable().default(null).describe("A small picture of what it left; null where none is kept."),
});

export const coloringPageTraceSchema = z.object({
  page_number: z.number().int(),
  source_file: z.string(),
  attempts: z.number().int(),
  pipeline_trace: z.record(z.string(), stageTraceSchema),
});

/** What one stage took over the whole batch. Times are milliseconds. */
export const stageFigureSchema = z.object({
  name: z.string(),
  count: z.number().int(),
  errors: z.number().int(),
  median_ms: z.number(),
  longest_ms: z.number(),
  total_ms: z.number(),
  share: z.number().min(0).max(1).describe("Of the time of all stages."),
});
export type StageFigure = z.infer<typeof stageFigureSchema>;

const partSchema = z.object({ name: z.string(), bytes: z.number().int(), compressed_bytes: z.number().int() });

/** What a package holds. `count`, `bytes` and `compressed_bytes` are of all its parts; `parts` has the largest. */
export const packagePartsSchema = z.object({
  count: z.number().int(),
  bytes: z.number().int(),
  compressed_bytes: z.number().int(),
  package_bytes: z.number().int().describe("Of the file, with its directory."),
  parts: z.array(partSchema),
});
export type PackageParts = z.infer<typeof packagePartsSchema>;

/** `GET /api/v1/jobs/{id}/trace`. With `items_from` and `items`, only the pages and spans of those items are in it. */
export const traceSchema = z.object({
  job_id: z.string(),
  trace_id: z.string(),
  architecture: z.literal("clean_slate"),
  trace_available: z.boolean(),
  page_count: z.number().int(),
  workflow: z.string(),
  trace_data: z.object({
    debug_trace: z.array(z.union([slideTraceSchema, coloringPageTraceSchema])),
    deck_summary: deckSummarySchema.nullable().describe("Of the pages in this answer; null for other kinds."),
    package_trace: packageTraceSchema.nullable(),
    package_parts: packagePartsSchema.nullable().describe("Of the deck; null without one, and where not asked for."),
    stage_figures: z.array(stageFigureSchema).describe("Of the items in this answer; empty where not asked for."),
    upload_trace: deliveryReportSchema.nullable(),
  }),
  spans: z.array(traceSpanSchema),
});
export type BatchTrace = z.infer<typeof traceSchema>;

/**
 * What of a trace is asked for as JSON: spans, of the spans all but the stages of items, pages, of the pages only their
 * figures added up, or only the figures of the stages.
 */
export const traceParts = ["all", "spans", "outline", "pages", "summary", "stages"] as const;

/** The query of a trace: all items unless a part is asked for, counted from 0. */
export const traceQuerySchema = z.object({
  format: z.enum(traceFormats).default("json"),
  parts: z.enum(traceParts).default("all"),
  items_from: z.coerce.number().int().min(0).default(0),
  items: z.coerce.number().int().min(1).max(10_000).optional(),
});
export type TraceQuery = z.infer<typeof traceQuerySchema>;
