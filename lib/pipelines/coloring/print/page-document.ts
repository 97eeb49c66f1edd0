import { z } from "zod";

/**
 * A finished page, in millimetres: the one truth that SVG, PNG and PDF are drawn from. `strokes` and `caption` are SVG
 * path data.
 */
export const pageDocumentSchema = z.object({
  width: z.number(),
  height: z.number(),
  title: z.string(),
  line: z.number(),
  /** Lengths of dash and gap, or none for unbroken lines. */
  dash: z.tuple([z.number(), z.number()]).nullable(),
  strokes: z.array(z.string()),
  caption: z.object({ line: z.number(), paths: z.array(z.string()) }).nullable(),
});
export type PageDocument = z.infer<typeof pageDocumentSchema>;

export const pageDocumentType = "application/vnd.tracepress.page+json";
