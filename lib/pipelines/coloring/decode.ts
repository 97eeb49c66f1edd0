import sharp, { type Metadata, type Sharp, type SharpOptions } from "sharp";
import { TracepressError } from "@/lib/errors";
import { withItsEnd } from "@/lib/jpeg-end";
import { damagedPicture, failOn, notAPicture } from "@/lib/not-a-picture";
import type { ItemJob, StageContext } from "../pipeline";
import type { Directions } from "./directions";
import { sharpenChroma } from "./kernels/chroma";
import { type Size, workingPixels } from "./options";
import { dim, isLostOnWhite } from "./see-through";

export interface DecodeInput {
  job: Pick<ItemJob<unknown>, "name" | "source" | "limits">;
  directions: Directions;
}

/** A picture at working size: sRGB, 8 bits, upright, on white. */
export interface Raster extends Size {
  rgb: Uint8Array;
  /** Its own size in pixels, upright too. */
  source: Size;
  /** Length of one of its own pixels in these: what is finer nobody drew. 1 at least, and for a vector drawing. */
  grain: number;
  /** Whether it was a JPEG, whose blocks and ripples are about as large as its pixels. */
  isLossy: boolean;
}

const readable = ["jpeg", "png", "webp", "heif", "gif", "tiff", "svg"];
/** Small pictures grow at most this much, so that a pixel of an icon stays a pixel and not a staircase. */
const largestEnlargement = 8;
const longestSide = 2500;

/** Stage 1: any file that came in becomes a raster of bounded size. The header alone decides what is refused. */
export async function decode({ job, directions }: DecodeInput, { files, span }: StageContext): Promise<Raster> {
  span.set("directions.used", directions.used);
  span.set("directions.words_ignored", directions.ignored);
  const bytes = await files.read(job.source);
  return readRaster(bytes, job, workingPixels[directions.options.quality], span);
}

/**
 * A picture's pixels at working size, and what its header says as the span's attributes.
 * @param area working area in pixels.
 * @throws TracepressError `unsupported_media`, `too_large`.
 */
export async function readRaster(
  bytes: Buffer,
  job: Pick<DecodeInput["job"], "name" | "limits">,
  area: number,
  span: StageContext["span"],
): Promise<Raster> {
  const header = await readHeader(bytes, job);
  const source = uprightSize(header);
  const size = workingSize(source, area, header.format === "svg");
  span.set("source.format", header.format ?? "");
  span.set("source.width", source.width);
  span.set("source.height", source.height);
  span.set("source.bytes", bytes.length);
  span.set("source.has_alpha", header.hasAlpha ?? false);
  span.set("source.orientation", header.orientation ?? 1);
  span.set("working.width", size.width);
  span.set("working.height", size.height);
  const grain = header.format === "svg" ? 1 : Math.max(1, size.width / source.width);
  return {
    ...size,
    source,
    grain,
    isLossy: header.format === "jpeg",
    rgb: await readPixels(bytes, header, size, job, span),
  };
}

/** In a promise from the first: where there are no bytes, sharp throws before it promises anything. */
const metadataOf = async (bytes: Buffer): Promise<Metadata> => sharp(bytes, { limitInputPixels: false }).metadata();

async function readHeader(bytes: Buffer, job: Pick<DecodeInput["job"], "name" | "limits">): Promise<Metadata> {
  const header = await metadataOf(bytes).catch((cause: unknown) => {
    throw new TracepressError("unsupported_media", notAPicture(job.name, bytes), { cause });
  });
  const isHeic = header.format === "heif" && header.compression !== "av1";
  if (!readable.includes(header.format ?? "") || isHeic || !header.width || !header.height) {
    throw new TracepressError("unsupported_media", notAPicture(job.name, bytes));
  }
  const { width, height } = header;
  if (header.format !== "svg" && width * height > job.limits.maxPixels) {
    throw new TracepressError(
      "too_large",
      `${job.name} has ${width} × ${height} pixels, which is ${megapixels(width * height)} megapixels; at most ` +
        `${megapixels(job.limits.maxPixels)} are taken. Make it smaller and send it again.`,
    );
  }
  return header;
}

async function readPixels(
  bytes: Buffer,
  header: Metadata,
  size: Size,
  job: Pick<DecodeInput["job"], "name" | "limits">,
  span: StageContext["span"],
): Promise<Uint8Array> {
  try {
    return await pixelsOf(bytes, header, size, job.limits, span);
  } catch (cause) {
    const ended = await withItsEnd(bytes, job.limits.maxPixels);
    if (ended) return pixelsOf(ended, header, size, job.limits, span);
    throw new TracepressError("unsupported_media", damagedPicture(job.name), { cause });
  }
}

async function pixelsOf(
  bytes: Buffer,
  header: Metadata,
  size: Size,
  { maxPixels }: DecodeInput["job"]["limits"],
  span: StageContext["span"],
): Promise<Uint8Array> {
  const limits = { failOn, limitInputPixels: maxPixels };
  const input = header.format === "svg" ? { ...limits, density: svgDensity(header, size) } : limits;
  const whole = hasCoarseChroma(header, size) ? await withSharpChroma(bytes, input) : sharp(bytes, input);
  const upright = whole.autoOrient().resize(size.width, size.height, { fit: "fill", kernel: "lanczos3" });
  const { data, info } = await (header.hasAlpha ? await onPaper(upright, span) : upright)
    .flatten({ background: "#ffffff" })
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  return info.channels === 3 ? data : spreadGrey(data, info.channels);
}

/** From this enlargement on the blurred colours of a JPEG are drawn as lines beside its edges. */
const enlargedFrom = 2.3;

/** Whether colours were kept at a lower resolution than light in a picture so small that this shows. */
const hasCoarseChroma = ({ format, chromaSubsampling, width, height, space }: Metadata, size: Size): boolean =>
  format === "jpeg" &&
  space === "srgb" &&
  (chromaSubsampling ?? "").startsWith("4:2") &&
  size.width * size.height >= enlargedFrom ** 2 * width * height;

/** A small JPEG, turned upright, whose colours end where its light does. */
async function withSharpChroma(bytes: Buffer, input: SharpOptions): Promise<Sharp> {
  const pixels = sharp(bytes, input).autoOrient().toColourspace("srgb").removeAlpha().raw();
  const { data, info } = await pixels.toBuffer({ resolveWithObject: true });
  sharpenChroma(data, info.width, info.height);
  return sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } });
}

/** A see-through picture so that nothing of it is lost on white; it is see-through still. */
async function onPaper(picture: Sharp, span: StageContext["span"]): Promise<Sharp> {
  const { data, info } = await picture.toColourspace("srgb").ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const isLost = isLostOnWhite({ rgba: data, width, height });
  span.set("source.lost_on_white", isLost);
  if (isLost) dim(data);
  return sharp(data, { raw: { width, height, channels: 4 } });
}

/** Pixels to work on: the area asked for in the picture's own proportions, bounded in enlargement and in length. */
export function workingSize(source: Size, area: number, isVector = false): Size {
  const byArea = Math.sqrt(area / (source.width * source.height));
  const byLength = longestSide / Math.max(source.width, source.height);
  const scale = Math.min(byArea, byLength, isVector ? Number.POSITIVE_INFINITY : largestEnlargement);
  return {
    width: Math.max(1, Math.round(source.width * scale)),
    height: Math.max(1, Math.round(source.height * scale)),
  };
}

function uprightSize(header: Metadata): Size {
  const { width, height } = header.autoOrient ?? header;
  return { width: width ?? header.width, height: height ?? header.height };
}

/** Dots per inch at which librsvg draws an SVG close to its working size; 72 draws one pixel per CSS unit. */
function svgDensity(header: Metadata, size: Size): number {
  const density = (72 * Math.max(size.width, size.height)) / Math.max(header.width, header.height);
  return Math.min(100_000, Math.max(1, density));
}

function spreadGrey(data: Buffer, channels: number): Uint8Array {
  const pixels = data.length / channels;
  const rgb = new Uint8Array(pixels * 3);
  for (let i = 0; i < pixels; i++) rgb.fill(data[i * channels], i * 3, i * 3 + 3);
  return rgb;
}

const megapixels = (pixels: number): number => Math.round(pixels / 1e5) / 10;
