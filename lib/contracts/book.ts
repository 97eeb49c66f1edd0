import { z } from "zod";
import { coloringOptionsSchema } from "./coloring";

const { title, page_numbers, language } = coloringOptionsSchema.shape;

/** Body of `POST /api/v1/batch/{id}/book`; what is left out stays as the batch was submitted. */
export const bookRequestSchema = z.strictObject({
  title: title.unwrap().optional(),
  page_numbers: page_numbers.unwrap().optional(),
  language: language.unwrap().optional(),
});
export type BookRequest = z.infer<typeof bookRequestSchema>;
