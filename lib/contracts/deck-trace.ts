import { z } from "zod";
import { outputFormats } from "./terms/trace";

const count = z.number().int().min(0);
const milliseconds = z.number().min(0);
const bytes = count;

/**
 * `element`: something the SVG paints. `group`: a group shown by one picture, which has its elements' bytes and time.
 * `note`: an element that paints nothing itself, or is not drawn, of which there is something to say.
 */
export const traceRoles = ["element", "group", "note"] as const;

const elementFields = {
  element_id: z.string().describe("The element's id in the SVG, or one made for it."),
  element_type: z.string(),
  source_line: z.number().int().min(1),
};

export const policyRowSchema = z.strictObject({
  ...elementFields,
  decision: z.enum(["native", "picture", "raster"]),
  reasons: z.array(z.string()).describe("Codes; reason_texts has a sentence for each."),
  decided_at: z.string().describe("Id of the element or the group around it that the decision is about."),
});
export type PolicyRow = z.infer<typeof policyRowSchema>;

export const mapperRowSchema = z.strictObject({
  ...elementFields,
  role: z.enum(traceRoles),
  shape_id: z.number().int().min(2).nullable().describe("First shape on the slide that shows it."),
  other_shape_ids: z.array(z.number().int().min(2)).default([]).describe("Further shapes that show it."),
  shown_by: z
    .string()
    .nullable()
    .describe("Id of the group whose one picture shows it; null when it has its own shape."),
  output_format: z.enum(outputFormats),
  reasons: z.array(z.string()),
  details: z.array(z.string()).describe("What the reasons leave open, such as the name that was not found."),
  processing_time_ms: milliseconds,
  output_size_bytes: bytes.describe("Of the slide XML of its shapes, and of the media made for it."),
});
export type MapperRow = z.infer<typeof mapperRowSchema>;

const reasonCountSchema = z.strictObject({ code: z.string(), text: z.string(), count });
const slowElementSchema = z.strictObject({ ...elementFields, processing_time_ms: milliseconds });
const mediaSchema = z.strictObject({ sha256: z.string().length(64), media_type: z.string(), bytes });

/** Painted elements by what became of them. */
const countsSchema = z.strictObject({
  painted_elements: count,
  native_elements: count,
  picture_elements: count,
  raster_elements: count,
  not_drawn_elements: count,
  native_share: z.number().min(0).max(1).nullable().describe("Of the elements that are drawn; null when none is."),
});
export type TraceCounts = z.infer<typeof countsSchema>;

export const slideSummarySchema = countsSchema.extend({
  top_reasons: z.array(reasonCountSchema).describe("All there are, the most frequent first."),
  left_native_reasons: z.array(reasonCountSchema).describe("Of elements that became pictures or rasters."),
  slowest_elements: z.array(slowElementSchema),
  largest_media: z.array(mediaSchema),
});
export type SlideSummary = z.infer<typeof slideSummarySchema>;

export const parseResultSchema = z.strictObject({
  success: z.boolean(),
  element_count: count.describe("Elements of the document, copies made by use among them."),
  notes_count: count,
  parsing_time_ms: milliseconds,
  error: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
});

export const preprocessResultSchema = z.strictObject({
  dropped: count.describe("Elements left out because nothing of them is ever seen."),
  metadata: count.describe("Editors' own elements, titles and descriptions."),
  simplified: count.describe("Paths with fewer segments than before."),
  merged: count.describe("Elements that became a part of a path of several."),
  segments_removed: count,
  changes: z.array(
    z.strictObject({
      ...elementFields,
      kind: z.enum(["dropped", "merged", "simplified", "metadata"]),
      reason: z.string(),
      merged_into: z.string(),
    }),
  ),
  preprocessing_time_ms: milliseconds,
});

export const pipelineTraceSchema = z.strictObject({
  parse_result: parseResultSchema,
  preprocess_result: preprocessResultSchema.nullable(),
  analysis_result: z
    .strictObject({
      complexity_score: z.number().min(0).max(100),
      element_count: count.describe("Elements that are painted."),
      recommended_format: z.enum(["native", "raster"]),
      analysis_time_ms: milliseconds,
      features: z.record(z.string(), z.strictObject({ count, native: z.boolean() })),
    })
    .nullable(),
  policy_time_ms: milliseconds.nullable(),
  policy_decisions: z.array(policyRowSchema),
  mapper_time_ms: milliseconds.nullable(),
  mapper_results: z.array(mapperRowSchema),
  embedder_result: z
    .strictObject({
      elements_embedded: count,
      native_elements: count,
      picture_elements: count,
      raster_elements: count,
      processing_time_ms: milliseconds,
      xml_size_bytes: bytes,
      media_size_bytes: bytes,
      total_size_bytes: bytes,
    })
    .nullable(),
  reason_texts: z.record(z.string(), z.string()),
  summary: slideSummarySchema.nullable(),
});
export type PipelineTrace = z.infer<typeof pipelineTraceSchema>;

/**
 * One page of `debug_trace`. A file that could not be read has no analysis, rows or summary; of a batch with
 * `enable_debug: false` the figures are kept, and neither rows nor changes.
 */
export const slideTraceSchema = z.strictObject({
  page_number: z.number().int().min(1),
  source_file: z.string(),
  attempts: z.number().int().min(1),
  pipeline_trace: pipelineTraceSchema,
});
export type SlideTrace = z.infer<typeof slideTraceSchema>;

export const packageTraceSchema = z.strictObject({
  package_creation_ms: milliseconds,
  file_write_ms: milliseconds,
  package_size_bytes: bytes,
  slides_count: count,
  compression_ratio: z.number().min(0).describe("Bytes of all parts before compression by bytes of the package."),
  total_time_ms: milliseconds,
  zip_structure: z.strictObject({ slides: count, relationships: count, media_files: count, content_types: count }),
});

/** A whole deck in a few figures. Pages are counted from 1 in the order submitted. */
export const deckSummarySchema = countsSchema.extend({
  slides: count,
  failed_slides: count,
  stage_times_ms: z.strictObject({
    parse: milliseconds,
    preprocess: milliseconds,
    analyze: milliseconds,
    policy: milliseconds,
    map: milliseconds,
    embed: milliseconds,
  }),
  top_reasons: z.array(reasonCountSchema),
  left_native_reasons: z
    .array(reasonCountSchema.extend({ page_number: z.number().int().min(1).describe("The first that has it.") }))
    .describe("Why elements became pictures or rasters, the most frequent first."),
  slowest_elements: z.array(slowElementSchema.extend({ page_number: z.number().int().min(1) })),
  largest_media: z.array(mediaSchema.extend({ page_number: z.number().int().min(1) })),
});
export type DeckSummary = z.infer<typeof deckSummarySchema>;
