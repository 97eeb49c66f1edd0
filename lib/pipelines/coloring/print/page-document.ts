import { z } from "zod";

/** Hollow letters: outlined, then filled with white; `drawings` are filled with black. */
export const letteringSchema = z.object({
  line: z.number(),
  paths: z.array(z.string()),
  drawings: z.array(z.string()),
});

/**
 * A finished page, in millimetres: the one truth that SVG, PNG and PDF are drawn from. `strokes` and the caption's
 * paths are SVG path data.
 */
export const pageDocumentSchema = z.object({
  width: z.number(),
  height: z.number(),
  /** White border inside which all ink lies. */
  margin: z.number(),
  /** Where the picture lies that the lines were drawn over. */
  picture: z.object({ left: z.number(), top: z.number(), width: z.number(), height: z.number() }).optional(),
  title: z.string(),
  line: z.number(),
  /** Left, top, right and bottom of the drawing without its caption. */
  ink: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  strokes: z.array(z.string()),
  /** For each stroke the lengths of dash and gap, or null for an unbroken one; null where no stroke is dashed. */
  dashes: z.array(z.tuple([z.number(), z.number()]).nullable()).nullable(),
  caption: letteringSchema.nullable(),
});
export type PageDocument = z.infer<typeof pageDocumentSchema>;

export const pageDocumentType = "application/vnd.tracepress.page+json";
