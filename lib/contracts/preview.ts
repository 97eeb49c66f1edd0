import { z } from "zod";
import { coloringOptionsSchema } from "./coloring";
import { deckOptionsSchema } from "./deck";
import { tierCountsSchema } from "./status";
import { preprocessingPresets, usualDeckRequest } from "./terms/deck";

const file = z.string().min(1).describe("A file_id of an upload, or a data: URL.");

/** Body of `POST /api/v1/preview`: one item as it would be submitted, drawn at once and not kept. */
export const previewRequestSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("coloring"),
    file,
    prompt: z.string().max(2000).default(""),
    options: coloringOptionsSchema.prefault({}),
  }),
  z.strictObject({
    kind: z.literal("deck"),
    file,
    first: z
      .string()
      .min(1)
      .optional()
      .describe("The deck's first file, whose shape all slides take where slide_size is first; this one by default."),
    preprocessing_preset: z.enum(preprocessingPresets).default(usualDeckRequest.preprocessing_preset),
    options: deckOptionsSchema.prefault({}),
  }),
]);
export type PreviewRequest = z.infer<typeof previewRequestSchema>;
export type PreviewRequestInput = z.input<typeof previewRequestSchema>;

export const previewSchema = z.object({
  name: z.string().describe("The picture's name."),
  picture: z.string().describe("The page (SVG) or the slide (PNG), as a data: URL."),
  counts: tierCountsSchema.nullable().describe("What the elements of a slide became; null for a page."),
  duration_ms: z.number().min(0),
});
export type Preview = z.infer<typeof previewSchema>;
