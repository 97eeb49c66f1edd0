import type { BlobStore } from "../blobs";
import { jpegOfHeic } from "./jpeg-of-heic";

/**
 * The blob that is kept of a file: of a HEIC photo its JPEG, which sharp and every browser read, and of any other file itself.
 * @returns its key. @throws as {@link jpegOfHeic} does.
 */
export async function readableBlob(blobs: BlobStore, key: string, name: string, signal: AbortSignal): Promise<string> {
  const jpeg = await jpegOfHeic(blobs.path(key), name, signal);
  return jpeg === null ? key : (await blobs.write(jpeg)).key;
}
