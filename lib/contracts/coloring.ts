import { z } from "zod";
import {
  bookLanguages,
  captions,
  details,
  lineWeights,
  marginMm,
  orientations,
  pageFormats,
  pageSizes,
  qualities,
  styles,
  usualBookLanguage,
  usualColoring,
} from "./terms/coloring";
import { modelFailures, modelNames } from "./terms/models";
import { longestTitle } from "./terms/title";

/** What a person can ask of a coloring page; every field has a default. Lengths are millimetres on paper. */
export const coloringOptionsSchema = z.strictObject({
  quality: z.enum(qualities).default(usualColoring.quality).describe("Trades resolution and effort for time."),
  include_pdf: z.boolean().default(usualColoring.include_pdf).describe("Bind all pages into one book.pdf."),
  title: z
    .string()
    .max(longestTitle)
    .default(usualColoring.title)
    .describe("Title on the book's first page, in any script; empty gives a plain one."),
  page_numbers: z
    .boolean()
    .default(usualColoring.page_numbers)
    .describe("Number the book's pages; each drawing becomes a little smaller, so that the margin stays white."),
  language: z
    .enum(bookLanguages)
    .default(usualBookLanguage)
    .describe("Of the words in the book that nobody gave: its plain title and how many pages it has."),
  style: z
    .enum(styles)
    .default(usualColoring.style)
    .describe("dashed draws a tracing worksheet: even dashes that begin and end at corners."),
  detail: z.enum(details).default(usualColoring.detail).describe("How many regions there are to color."),
  line_weight: z
    .enum(lineWeights)
    .default(usualColoring.line_weight)
    .describe("Width of all lines on paper: thin 1 point, medium 1.75, bold 3 (a point is 1/72 inch)."),
  page_size: z
    .enum(pageSizes)
    .default(usualColoring.page_size)
    .describe("original keeps the picture's own proportions and has no margin: the lines lie over the picture."),
  orientation: z.enum(orientations).default(usualColoring.orientation).describe("auto turns the sheet to the picture."),
  margin_mm: z
    .number()
    .min(marginMm.least)
    .max(marginMm.most)
    .default(usualColoring.margin_mm)
    .describe("White border on each side in which nothing is printed; at most a third of the sheet's short side."),
  caption: z
    .enum(captions)
    .default(usualColoring.caption)
    .describe("Words in hollow letters under the picture, in any script; long ones take two lines or end at a word."),
  formats: z
    .array(z.enum(pageFormats))
    .min(1)
    .overwrite((formats) => pageFormats.filter((format) => formats.includes(format)))
    .default([...usualColoring.formats]),
  enable_debug: z
    .boolean()
    .default(usualColoring.enable_debug)
    .describe("Keep small pictures of what the stages saw and chose, for the trace; they go when the batch goes."),
});
export type ColoringOptions = z.infer<typeof coloringOptionsSchema>;

export const generateItemSchema = z.strictObject({
  file: z
    .string()
    .min(1)
    .optional()
    .describe(
      "A file_id, an address, a data: URL, or the file name of a part of this multipart body. Left out, the prompt alone makes the page, which the built-in model cannot.",
    ),
  prompt: z.string().max(2000).default(""),
});

/** Body of `POST /api/v1/batch/generate`, for at most `maxItems` items. */
export const generateRequestSchema = (maxItems: number) =>
  z.strictObject({
    items: z.array(generateItemSchema).min(1).max(maxItems),
    model: z
      .enum(modelNames)
      .optional()
      .describe(
        "Who draws; the server's own choice by default. All but lineart send pictures and prompts to a company.",
      ),
    on_model_failure: z
      .enum(modelFailures)
      .default("fail")
      .describe("lineart lets the built-in model draw what the other one failed at, and says so of each such page."),
    max_cost: z
      .number()
      .positive()
      .max(1_000_000)
      .optional()
      .describe("US dollars that asking the model may cost, at the prices that the operator set; none by default."),
    options: coloringOptionsSchema.prefault({}),
  });
export type GenerateRequest = z.infer<ReturnType<typeof generateRequestSchema>>;
export type GenerateRequestInput = z.input<ReturnType<typeof generateRequestSchema>>;
