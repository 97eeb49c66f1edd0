import { z } from "zod";
import { submittedSchema } from "./status";
import {
  deckFits,
  deckPolicies,
  deckTexts,
  preprocessingPresets,
  slideSizes,
  usualDeckRequest,
  usualSlides,
} from "./terms/deck";
import { longestTitle } from "./terms/title";

/** What a person can ask of a deck; every field has a default. */
export const deckOptionsSchema = z.strictObject({
  policy: z
    .enum(deckPolicies)
    .default(usualSlides.policy)
    .describe("How much may stay native: speed and compatibility give up sooner, quality later."),
  slide_size: z.enum(slideSizes).default(usualSlides.slide_size).describe("first takes the aspect of the first SVG."),
  fit: z
    .enum(deckFits)
    .default(usualSlides.fit)
    .describe("contain scales each SVG to the largest size that fits its slide, and centres it."),
  text: z
    .enum(deckTexts)
    .default(usualSlides.text)
    .describe("outline draws letters as shapes: they look the same anywhere."),
  background: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, "Write a colour such as #ffffff.")
    .default(usualSlides.background),
  title: z.string().max(longestTitle).default(usualSlides.title).describe("Title of the presentation."),
  enable_debug: z
    .boolean()
    .default(usualSlides.enable_debug)
    .describe("Keep in the trace what became of every element; figures stay either way."),
});
export type DeckOptions = z.infer<typeof deckOptionsSchema>;

export const deckItemSchema = z.strictObject({
  file: z
    .string()
    .min(1)
    .describe("A file_id, an http(s) or data: URL, or the file name of a part of this multipart body."),
});

const httpUrl = z.url({ protocol: /^https?$/, error: "Write an address that begins with http:// or https://." });

/** Body of `POST /api/v1/batch/jobs`: one SVG, one slide; `urls` come first, then `items`, at most `maxItems` in all. */
export const deckRequestSchema = (maxItems: number) =>
  z
    .strictObject({
      urls: z.array(httpUrl).default([]),
      items: z.array(deckItemSchema).default([]),
      drive_integration_enabled: z
        .boolean()
        .default(usualDeckRequest.drive_integration_enabled)
        .describe("Send the deck to Google Drive when it is done."),
      drive_folder_pattern: z
        .string()
        .min(1)
        .max(300)
        .default(usualDeckRequest.drive_folder_pattern)
        .describe("Folders in Drive, made when missing; {date}, {job_id} and {title} are filled in."),
      preprocessing_preset: z
        .enum(preprocessingPresets)
        .default(usualDeckRequest.preprocessing_preset)
        .describe(
          "minimal takes the drawing as it is; default leaves out what can never be seen; aggressive also merges and simplifies, within half a pixel.",
        ),
      generate_previews: z
        .boolean()
        .default(usualDeckRequest.generate_previews)
        .describe("Make a PNG of every slide as it stands in the deck."),
      options: deckOptionsSchema.prefault({}),
    })
    .refine(({ urls, items }) => urls.length + items.length > 0, {
      path: ["items"],
      message: "Name at least one SVG in urls or items.",
    })
    .superRefine(({ urls, items }, context) => {
      if (urls.length + items.length <= maxItems) return;
      const message = `At most ${maxItems} SVGs fit in one batch.`;
      context.addIssue({ code: "too_big", origin: "array", maximum: maxItems, path: ["items"], input: items, message });
    });
export type DeckRequest = z.infer<ReturnType<typeof deckRequestSchema>>;
export type DeckRequestInput = z.input<ReturnType<typeof deckRequestSchema>>;

/** What a deck batch keeps of its request for the work itself. */
export interface DeckWork extends DeckOptions {
  preprocessing_preset: DeckRequest["preprocessing_preset"];
  generate_previews: boolean;
  /** Size of all slides in EMU where the first SVG says it. */
  slide?: { width: number; height: number };
}

/** What `POST /api/v1/batch/jobs` answers. */
export const deckSubmittedSchema = submittedSchema.extend({
  success: z.literal(true),
  message: z.string(),
  total_files: z.number().int(),
  drive_integration_enabled: z.boolean(),
});
export type DeckSubmitted = z.infer<typeof deckSubmittedSchema>;
