import sharp from "sharp";
import { coloringOptionsSchema } from "@/lib/contracts/coloring";
import { thrownAgain } from "@/lib/errors";
import type { BlobStore } from "@/lib/files/blobs";
import { slugFor } from "@/lib/files/names";
import type { Previews } from "./previews";

const name = "warm-up.png";
const size = { width: 64, height: 48, channels: 3 } as const;

/**
 * Draws a small page for nobody, unless the previews' thread has drawn lately: the first one after a pause takes some two
 * seconds otherwise, until the thread is there and its code compiled. The next sweep takes the picture.
 * @throws TracepressError what a preview fails with.
 */
export async function warmUp(previews: Previews, blobs: BlobStore, signal: AbortSignal): Promise<void> {
  if (!previews.isCold) return;
  const { key } = await blobs.write(await smallPicture());
  const options = coloringOptionsSchema.parse({ formats: ["svg"], enable_debug: false });
  const limits = { maxPixels: size.width * size.height };
  const about = { index: 0, name, slug: slugFor(0, name), source: key, attempt: 1 };
  const result = await previews.draw("coloring", { ...about, prompt: "", options, limits }, signal);
  if (result.type === "failed") throw thrownAgain(result.error);
}

/** Soft spots of many colours: it takes the way of a photo. */
function smallPicture(): Promise<Buffer> {
  const wave = (i: number) => {
    const [x, y, channel] = [Math.floor(i / 3) % size.width, Math.floor(i / 3 / size.width), i % 3];
    return 128 + 100 * Math.sin(x / 5 + channel) * Math.cos(y / (4 + channel));
  };
  const samples = Uint8Array.from({ length: size.width * size.height * size.channels }, (_, i) => wave(i));
  return sharp(samples, { raw: size }).png().toBuffer();
}
