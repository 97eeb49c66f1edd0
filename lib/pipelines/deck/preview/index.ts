import sharp from "sharp";
import { number } from "../map/svg/numbers";
import type { Rasterizer } from "../raster/rasterizer";
import { release } from "../raster/release";
import type { Slide, SlideMedia } from "../slide";
import { Defs } from "./defs";
import { pixels } from "./lengths";
import { shapeXml } from "./shape";

/**
 * A slide as it stands, drawn as a standalone SVG: what was put on it, not what it was made of. A user unit is a CSS
 * pixel; every shape is an element with its id as `data-shape`.
 * @param shown the slide's pictures as `previewMedia` makes them smaller; as they are when absent.
 */
export function previewSvg(slide: Slide, shown: readonly SlideMedia[] = slide.media): string {
  const defs = new Defs(slide, shown);
  const shapes = slide.shapes.map((shape) => shapeXml(shape, defs)).join("");
  const [width, height] = [number(pixels(slide.width)), number(pixels(slide.height))];
  const names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';
  return (
    `<svg ${names} width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><defs>${defs.xml}</defs>` +
    `<rect width="100%" height="100%" fill="#${slide.background}"/>${shapes}</svg>`
  );
}

/** Of 9: the usual 6 takes half as long again to save a sixteenth. */
const compressionLevel = 3;

/**
 * A slide's SVG, as `previewSvg` makes it, as a PNG.
 * @param width in pixels, at most 4096; the height follows the slide's aspect.
 * @throws TracepressError `internal` when it cannot be drawn.
 */
export async function previewPng(svg: string, width: number, rasterizer: Rasterizer): Promise<Uint8Array> {
  const { pixels, ...size } = rasterizer.paint(svg, width, { plainFilters: true });
  try {
    // The slide's background covers all of it.
    const picture = sharp(pixels, { raw: { ...size, channels: 4 } }).removeAlpha();
    return await picture.png({ compressionLevel }).toBuffer();
  } finally {
    release(pixels);
  }
}
