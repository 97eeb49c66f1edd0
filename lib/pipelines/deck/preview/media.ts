import sharp from "sharp";
import { readPictureHeader } from "../parse/scene/picture-header";
import type { SlideMedia } from "../slide";

/** Longest side, in pixels, of a picture in a preview: what a person sees of it when the slide fills a large screen. */
const longest = 2560;
/** Pixels from which a picture is made smaller: one that is read whole takes four bytes each of the drawing's memory. */
const large = longest * longest;

/** The same pictures, the large ones no larger than a preview shows. */
export function previewMedia(media: readonly SlideMedia[]): Promise<SlideMedia[]> {
  return Promise.all(media.map(fitted));
}

async function fitted(media: SlideMedia): Promise<SlideMedia> {
  const header = readPictureHeader(media.bytes);
  if (header === null || header.width * header.height <= large) return media;
  const size = { width: longest, height: longest, fit: "inside", withoutEnlargement: true } as const;
  // A damaged end is left empty, as programs that show the deck do.
  const reading = { failOn: "none", limitInputPixels: false, sequentialRead: true } as const;
  return { ...media, bytes: await sharp(media.bytes, reading).resize(size).toBuffer() };
}
