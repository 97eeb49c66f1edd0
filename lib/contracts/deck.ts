import { z } from "zod";

export const deckPolicies = ["speed", "balanced", "quality", "compatibility"] as const;
export const slideSizes = ["16:9", "4:3", "a4", "letter", "first"] as const;
export const deckFits = ["contain"] as const;
export const deckTexts = ["editable", "outline"] as const;
export const preprocessingPresets = ["minimal", "default", "aggressive"] as const;

/** What a person can ask of a deck; every field has a default. */
export const deckOptionsSchema = z.strictObject({
  policy: z
    .enum(deckPolicies)
    .default("balanced")
    .describe("How much may stay native: speed and compatibility give up sooner, quality later."),
  slide_size: z.enum(slideSizes).default("16:9").describe("first takes the aspect of the first SVG."),
  fit: z
    .enum(deckFits)
    .default("contain")
    .describe("contain scales each SVG to the largest size that fits its slide, and centres it."),
  text: z.enum(deckTexts).default("editable").describe("outline draws letters as shapes: they look the same anywhere."),
  background: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, "Write a colour such as #ffffff.")
    .default("#ffffff"),
  title: z.string().max(200).default("").describe("Title of the presentation."),
  enable_debug: z.boolean().default(true).describe("Keep every element's decisions in the trace."),
});
export type DeckOptions = z.infer<typeof deckOptionsSchema>;
