import { z } from "zod";

/** The one version of the open protocol tus that is spoken: https://tus.io/protocols/resumable-upload */
export const tusVersion = "1.0.0";
export const tusExtensions = "creation,expiration,termination";

const byteCount = z
  .string("Send it as a whole number of bytes.")
  .regex(/^\d{1,15}$/, "Send it as a whole number of bytes.")
  .transform(Number);

const keyAndText = "[!-+\\--~]+(?: [A-Za-z0-9+/]*={0,2})?";

/** Headers by which an upload is created: tus, "Creation". */
export const creationSchema = z.object({
  "upload-length": byteCount,
  "upload-metadata": z
    .string()
    .max(4_096, "At most 4,096 characters.")
    .regex(new RegExp(`^(?:${keyAndText}(?:, ?${keyAndText})*)?$`), "Write it as keys and base64, as tus 1.0 says.")
    .default(""),
});
export type Creation = z.infer<typeof creationSchema>;

/** Header that a part comes with: tus, "PATCH". */
export const partSchema = z.object({ "upload-offset": byteCount });
export const partMediaType = "application/offset+octet-stream";

/** The file's name in an upload's metadata, by either of the keys that clients use; empty for none. */
export function fileNameIn(metadata: string): string {
  const pairs = metadata.split(/, ?/).map((pair) => pair.split(" "));
  const texts = new Map(pairs.map(([key, text = ""]) => [key, text]));
  return Buffer.from(texts.get("filename") ?? texts.get("name") ?? "", "base64").toString("utf8");
}

/** Metadata that say a file's name. */
export const metadataOf = (name: string): string => `filename ${Buffer.from(name).toString("base64")}`;
