import { blobs } from "@/lib/files/blobs";
import { jpegOfHeic } from "@/lib/files/heic/jpeg-of-heic";
import type { ItemJob, StageFiles, StoredBlob } from "@/lib/pipelines/pipeline";

/**
 * The JPEG that an item is drawn from where its file came with the batch and is a HEIC photo; null for any other, and for
 * a prompt alone. @throws as `jpegOfHeic` does.
 */
export async function jpegOfSource(
  { source, name }: Pick<ItemJob<unknown>, "source" | "name">,
  files: StageFiles,
  signal: AbortSignal,
): Promise<StoredBlob | null> {
  if (source === "") return null;
  const jpeg = await jpegOfHeic(blobs().path(source), name, signal);
  return jpeg && files.write(jpeg);
}
