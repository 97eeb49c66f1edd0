import { z } from "zod";

export const uploadSchema = z.object({
  file_id: z.string(),
  name: z.string(),
  size: z.number().int(),
  media_type: z.string(),
  width: z.number().int(),
  height: z.number().int(),
});
export type UploadView = z.infer<typeof uploadSchema>;
