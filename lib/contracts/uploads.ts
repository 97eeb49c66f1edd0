import { z } from "zod";

export const uploadSchema = z.object({
  file_id: z.string(),
  name: z.string(),
  size: z.number().int(),
  sha256: z.string().length(64).describe("Of the bytes, in hex: two uploads with the same one are the same file."),
  media_type: z.string(),
  width: z.number().int(),
  height: z.number().int(),
  problem: z
    .string()
    .nullable()
    .describe(
      "Why no page can be drawn from it, in a sentence: it is damaged or was cut off. Null where it can be. A batch takes it all the same, and its item fails.",
    ),
});
export type UploadView = z.infer<typeof uploadSchema>;
