import sharp from "sharp";
import { config } from "@/lib/config";
import { TracepressError } from "@/lib/errors";

export interface Picture {
  mediaType: string;
  width: number;
  height: number;
}

const mediaTypes: Record<string, string> = {
  jpeg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  avif: "image/avif",
  gif: "image/gif",
  tiff: "image/tiff",
  svg: "image/svg+xml",
};

/**
 * What a file is, by its content; only its header is read.
 * @param path of the file. @param what names it in errors.
 * @throws TracepressError `unsupported_media` when it is no picture of a kind we take, `too_large` by its pixels.
 */
export async function sniffPicture(path: string, what: string): Promise<Picture> {
  const header = await sharp(path, { limitInputPixels: false })
    .metadata()
    .catch((cause: unknown) => {
      throw brokenSvg(what, cause) ?? notAPicture(what, cause);
    });
  const format = header.format === "heif" && header.compression === "av1" ? "avif" : header.format;
  const mediaType = mediaTypes[format ?? ""];
  if (!mediaType || !header.width || !header.height) throw notAPicture(what);
  const { width, height } = header.autoOrient ?? header;
  const { maxPixels } = config();
  if (mediaType !== "image/svg+xml" && width * height > maxPixels) {
    const limit = Math.floor(maxPixels / 1_000_000);
    throw new TracepressError(
      "too_large",
      `${what} has ${width} × ${height} pixels; at most ${limit} megapixels are taken. Make it smaller and send it again.`,
    );
  }
  return { mediaType, width, height };
}

/** What librsvg says of a damaged SVG, such as "… on line 2 column 13 of data: Opening and ending tag mismatch: rect". */
const xmlFault = /XML parse error: .*? on line (\d+) column \d+ of data: ([^\n]+)/;

/** @returns null where the cause is not a fault in an SVG's XML. */
function brokenSvg(what: string, cause: unknown): TracepressError | null {
  const fault = xmlFault.exec(cause instanceof Error ? cause.message : "");
  if (!fault) return null;
  const message = `${what} cannot be read as an SVG. Line ${fault[1]}: ${fault[2].trim()}. Mend it, or open it in an SVG editor and save it again.`;
  return new TracepressError("unsupported_media", message, { cause });
}

function notAPicture(what: string, cause?: unknown): TracepressError {
  const message = `${what} is not a picture that can be read. Send a JPEG, PNG, WebP, AVIF, GIF, TIFF or SVG file.`;
  return new TracepressError("unsupported_media", message, { cause });
}
