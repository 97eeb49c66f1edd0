import sharp from "sharp";
import { readPictureHeader } from "../parse/scene/picture-header";
import type { SlideMedia } from "../slide";

/** Longest side, in pixels, of a picture in a preview: what a person sees of it when the slide fills a large screen. */
const longest = 2560;
/** Pixels from which a picture is made smaller: one that is read whole takes four bytes each of the drawing's memory. */
const large = longest * longest;

/**
 * The same pictures, the large ones no larger than a preview shows; what cannot be read is as it was.
 * @param most pixels beyond which a picture is not read either.
 */
export function previewMedia(media: readonly SlideMedia[], most: number): Promise<SlideMedia[]> {
  return Promise.all(media.map((one) => fitted(one, most)));
}

async function fitted(media: SlideMedia, most: number): Promise<SlideMedia> {
  const header = readPictureHeader(media.bytes);
  if (header === null) return media;
  const pixels = header.width * header.height;
  if (pixels <= large || pixels > most) return media;
  const size = { width: longest, height: longest, fit: "inside", withoutEnlargement: true } as const;
  // A damaged end is left empty, as programs that show the deck do; of what cannot be read at all they show nothing.
  const reading = { failOn: "none", limitInputPixels: most, sequentialRead: true } as const;
  const smaller = sharp(media.bytes, reading).resize(size).toBuffer();
  return smaller.then(
    (bytes) => ({ ...media, bytes }),
    () => media,
  );
}
