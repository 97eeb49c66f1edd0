import { open, readFile } from "node:fs/promises";
import sharp from "sharp";
import { config } from "@/lib/config";
import { jpegEnd, withItsEnd } from "@/lib/jpeg-end";
import { damagedPicture, failOn } from "@/lib/not-a-picture";
import { singleton } from "@/lib/singleton";
import { Turns } from "@/lib/turns";
import type { KnownFile } from "./uploads";

/** Pixels across of what is decoded to see that it can be: JPEG and WebP are read several times as fast for it. */
const across = 64;
/** What it takes longer to read is left to its batch, which has more time. */
const longestSeconds = 10;

/**
 * Sees whether pictures can be decoded to their last row, as the batch will: a header says nothing of that. One at a
 * time, on a thread of libvips: 15 to 80 ms of a picture of 12 megapixels. A JPEG that has its end is not decoded, so
 * that hundreds of photos come in as fast as they are sent.
 */
export class WholePictures {
  private readonly turns = new Turns();

  /**
   * Why no page can be drawn from a file that is known; null where it can, and of an SVG, which was read whole already.
   * @throws the signal's reason when stopped while it waits.
   */
  async problemOf(
    path: string,
    { name, mediaType }: Pick<KnownFile, "name" | "mediaType">,
    signal: AbortSignal,
  ): Promise<string | null> {
    if (mediaType === "image/svg+xml") return null;
    if (mediaType === "image/jpeg" && (await endsWith(path, jpegEnd))) return null;
    return this.turns.take("picture", signal, () => decodingProblem(path, name));
  }
}

async function decodingProblem(path: string, name: string): Promise<string | null> {
  try {
    await sharp(path, { failOn, limitInputPixels: config().maxPixels, sequentialRead: true })
      .resize({ width: across, height: across, fit: "inside", withoutEnlargement: true })
      .timeout({ seconds: longestSeconds })
      .raw()
      .toBuffer();
    return null;
  } catch (thrown) {
    if (thrown instanceof Error && thrown.message.startsWith("timeout")) return null;
    return (await withItsEnd(await readFile(path), config().maxPixels)) ? null : damagedPicture(name);
  }
}

async function endsWith(path: string, end: Buffer): Promise<boolean> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const last = Buffer.alloc(end.length);
    await file.read(last, 0, end.length, size - end.length);
    return last.equals(end);
  } finally {
    await file.close();
  }
}

/** One for the process: each route is bundled apart. */
export const wholePictures = (): WholePictures => singleton("whole-pictures", () => new WholePictures());
