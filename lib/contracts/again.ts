import { z } from "zod";
import { coloringOptionsSchema } from "./coloring";
import { deckOptionsSchema } from "./deck";
import { preprocessingPresets } from "./terms/deck";
import { modelFailures, modelNames } from "./terms/models";
import { uploadSchema } from "./uploads";

/** Body of `POST /api/v1/batch/{id}/again`; all of it may be left out. */
export const againRequestSchema = z.strictObject({
  item_ids: z.array(z.string()).min(1).optional().describe("Items to lay out; all by default."),
});
export type AgainRequest = z.infer<typeof againRequestSchema>;

/** An item as it was submitted; of `upload`, `url` and `problem` one is there, or none where it was a prompt alone. */
const againItemSchema = z.object({
  name: z.string(),
  prompt: z.string(),
  upload: uploadSchema.nullable().describe("Its file, as a new upload."),
  url: z.string().nullable().describe("Where it is fetched from."),
  problem: z.string().nullable().describe("Why it cannot be submitted again."),
});
export type AgainItem = z.infer<typeof againItemSchema>;

/** What `POST /api/v1/batch/{id}/again` answers: all that it takes to submit the batch once more. */
export const againSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("coloring"),
    model: z.enum(modelNames).nullable(),
    on_model_failure: z.enum(modelFailures).nullable(),
    max_cost: z.number().nullable().describe("US dollars; null without a bound."),
    options: coloringOptionsSchema,
    items: z.array(againItemSchema),
  }),
  z.object({
    kind: z.literal("deck"),
    preprocessing_preset: z.enum(preprocessingPresets),
    generate_previews: z.boolean(),
    drive_folder_pattern: z.string().nullable().describe("Null where it was not to be sent."),
    options: deckOptionsSchema,
    items: z.array(againItemSchema),
  }),
]);
export type Again = z.infer<typeof againSchema>;
