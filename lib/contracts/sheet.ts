import { z } from "zod";

/** How a finished coloring page lies on its sheet of paper. */
export const sheetSchema = z.object({
  width_mm: z.number(),
  height_mm: z.number(),
  margin_mm: z.number().describe("White border on each side, as it really is."),
  picture_mm: z
    .object({ left: z.number(), top: z.number(), width: z.number(), height: z.number() })
    .nullable()
    .describe("Where the picture lies that the lines were drawn over; null where they were not drawn over it."),
});
export type SheetView = z.infer<typeof sheetSchema>;
