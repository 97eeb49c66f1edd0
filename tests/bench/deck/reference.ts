import sharp from "sharp";
import type { FontBook } from "@/lib/pipelines/deck/fonts";
import { loadRasterizer } from "@/lib/pipelines/deck/raster";
import type { Sample } from "./samples";

/** Pixels across which resvg draws a sample that has no picture. */
const drawnWidth = 720;

/** What the slide of a sample should look like: its picture at the largest size that fits, centred, on white. */
export async function referenceOf(
  sample: Sample,
  slide: { width: number; height: number },
  fonts: FontBook,
): Promise<Buffer> {
  const picture = sample.picture ?? (await draw(sample, fonts));
  const { width: wide, height: high } = await sharp(picture).metadata();
  const scale = Math.min(slide.width / wide, slide.height / high);
  const width = Math.max(1, Math.round(wide * scale));
  const height = Math.max(1, Math.round(high * scale));
  const left = Math.floor((slide.width - width) / 2);
  const top = Math.floor((slide.height - height) / 2);
  const fitted = await sharp(picture).resize(width, height, { fit: "fill" }).png().toBuffer();
  return sharp({ create: { ...slide, channels: 3, background: "#fff" } })
    .composite([{ input: fitted, left, top }])
    .png()
    .toBuffer();
}

/** By resvg; by librsvg what resvg cannot read, as SVGs whose namespaces are entities. */
async function draw({ bytes }: Sample, fonts: FontBook): Promise<Uint8Array> {
  const rasterizer = await loadRasterizer(fonts);
  try {
    return rasterizer.draw(Buffer.from(bytes).toString("utf8"), drawnWidth).png;
  } catch {
    return sharp(bytes).resize(drawnWidth).png().toBuffer();
  }
}
