import sharp, { type Sharp } from "sharp";

/** What a JPEG ends with (ITU-T T.81, EOI): one that has it is drawn whatever came of its middle. */
export const jpegEnd = Buffer.from([0xff, 0xd9]);
const jpegBegin = Buffer.from([0xff, 0xd8, 0xff]);

/** Rows of pixels that are decoded together with the very last one: two rows of blocks, of 16 each at most. */
const lastRows = 32;
/** What of a picture's height is not missed, as it is not where photos are shown. */
const unmissed = 1 / 50;

/**
 * A JPEG that lacks its end, with one: where no pixel is wanting, or none above the last rows of a tall picture. For what
 * cannot be read as it is.
 * @param maxPixels of a picture.
 * @returns null where more than that is missing, and of what is no JPEG.
 */
export async function withItsEnd(bytes: Buffer, maxPixels: number): Promise<Buffer | null> {
  if (!bytes.subarray(0, jpegBegin.length).equals(jpegBegin)) return null;
  const ended = Buffer.concat([bytes, jpegEnd]);
  const limits = { limitInputPixels: maxPixels, sequentialRead: true };
  if (await canBeRead(sharp(ended, { ...limits, failOn: "warning" }))) return ended;
  const { width = 0, height = 0 } = await sharp(bytes, { limitInputPixels: false }).metadata();
  if (lastRows > height * unmissed) return null;
  const before = { left: 0, top: 0, width, height: height - lastRows };
  return (await canBeRead(sharp(bytes, { ...limits, failOn: "truncated" }).extract(before))) ? ended : null;
}

const canBeRead = (picture: Sharp): Promise<boolean> =>
  picture
    .resize({ width: 1, height: 1, fit: "fill", fastShrinkOnLoad: false })
    .toBuffer()
    .then(
      () => true,
      () => false,
    );
