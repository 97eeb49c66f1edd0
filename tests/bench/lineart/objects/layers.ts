import sharp from "sharp";

/** A thing as it lies on a picture: its colours, and how much of each pixel it covers, 0 to 1. */
export interface Layer {
  rgb: Uint8Array;
  cover: Float32Array;
  width: number;
  height: number;
}

/** Pixels round a thing that its soft edge reaches into. */
const rim = 4;

/** Long side of a cut-out thing in pixels, without what is empty round it. */
export async function longSideOf(file: string): Promise<number> {
  const { info } = await trimmed(file).toBuffer({ resolveWithObject: true });
  return Math.max(info.width, info.height);
}

/**
 * A cut-out thing that is so long, mirrored or not, as soft as a lens leaves it.
 * @param soft sigma in pixels.
 */
export async function layerOf(file: string, long: number, isMirrored: boolean, soft: number): Promise<Layer> {
  const fitted = await sharp(await trimmed(file).png().toBuffer())
    .flop(isMirrored)
    .resize(long, long, { fit: "inside", kernel: "lanczos3" })
    .extend({ top: rim, bottom: rim, left: rim, right: rim, background: "#00000000" })
    .png()
    .toBuffer();
  // Blurred with its alpha taken in, so that its edge keeps its own colour.
  const { data, info } = await sharp(fitted).blur(soft).raw().toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const rgb = new Uint8Array(3 * width * height);
  const cover = new Float32Array(width * height);
  for (let i = 0; i < cover.length; i++) {
    rgb.set(data.subarray(4 * i, 4 * i + 3), 3 * i);
    cover[i] = data[4 * i + 3] / 255;
  }
  return { rgb, cover, width, height };
}

const trimmed = (file: string) => sharp(file).ensureAlpha().trim({ background: "#00000000", threshold: 1 });

/** Mean lightness of what the layer covers of a picture, and of the layer itself, 0 to 255. */
export function lightnessOf({ rgb, cover, width }: Layer, below: (x: number, y: number) => number) {
  let own = 0;
  let ground = 0;
  let weight = 0;
  for (let i = 0; i < cover.length; i++) {
    if (!cover[i]) continue;
    own += cover[i] * lightness(rgb, i);
    ground += cover[i] * below(i % width, Math.floor(i / width));
    weight += cover[i];
  }
  return { own: own / Math.max(1, weight), ground: ground / Math.max(1, weight) };
}

/** Of the pixel, as Rec. 601 weighs it. */
export const lightness = (rgb: Uint8Array, pixel: number): number =>
  0.299 * rgb[3 * pixel] + 0.587 * rgb[3 * pixel + 1] + 0.114 * rgb[3 * pixel + 2];
