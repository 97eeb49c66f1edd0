import { z } from "zod";

export const uploadSchema = z.object({
  file_id: z.string(),
  name: z.string(),
  size: z.number().int(),
  sha256: z.string().length(64).describe("Of the bytes, in hex: two uploads with the same one are the same file."),
  media_type: z.string(),
  width: z.number().int(),
  height: z.number().int(),
});
export type UploadView = z.infer<typeof uploadSchema>;
