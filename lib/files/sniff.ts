import { readFile } from "node:fs/promises";
import sharp from "sharp";
import { config } from "@/lib/config";
import { TracepressError } from "@/lib/errors";
import { kindBytes, notAPicture } from "@/lib/not-a-picture";
import { headOf } from "./head-of";
import { tooManyPixels } from "./too-many-pixels";

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
 * Reads an SVG's size in pixels out of its markup, more leniently than librsvg does.
 * @throws TracepressError `invalid_svg` that says where it is broken.
 */
export type SvgReader = (bytes: Uint8Array, name: string) => { width: number; height: number };

/**
 * What a file is, by its content: of a picture only the header is read. An SVG that librsvg does not take (UTF-16, a
 * prefix that nobody declared, no size) is one all the same when `readSvg` can read it.
 * @param path of the file. @param what names it in errors.
 * @throws TracepressError `unsupported_media` when it is no picture of a kind we take, `too_large` by its pixels.
 */
export async function sniffPicture(path: string, what: string, readSvg: SvgReader): Promise<Picture> {
  const header = await sharp(path, { limitInputPixels: false })
    .metadata()
    .catch((cause: unknown) => ({ cause }));
  if ("cause" in header) return otherwiseSvg(path, what, readSvg, header.cause);
  const format = header.format === "heif" && header.compression === "av1" ? "avif" : header.format;
  const mediaType = mediaTypes[format ?? ""];
  if (!mediaType || !header.width || !header.height) throw await refusal(path, what);
  const { width, height } = header.autoOrient ?? header;
  const hasPixels = mediaType !== "image/svg+xml";
  if (hasPixels && width * height > config().maxPixels) throw tooManyPixels(what, { width, height });
  return { mediaType, width, height };
}

async function otherwiseSvg(path: string, what: string, readSvg: SvgReader, cause: unknown): Promise<Picture> {
  if (!(await mentionsSvg(path))) throw await refusal(path, what, cause);
  try {
    const { width, height } = readSvg(await readFile(path), what);
    return {
      mediaType: mediaTypes.svg,
      width: Math.max(1, Math.round(width)),
      height: Math.max(1, Math.round(height)),
    };
  } catch (thrown) {
    if (!(thrown instanceof TracepressError)) throw thrown;
    throw new TracepressError("unsupported_media", thrown.message, { cause: thrown });
  }
}

/** Bytes within which an SVG's first tag stands, behind whatever comments and declarations. */
const headLength = 65_536;

/** Whether a file's beginning has the tag of an SVG, also in two bytes a character; most files are not read further. */
async function mentionsSvg(path: string): Promise<boolean> {
  const head = (await headOf(path, headLength)).toString("latin1").replaceAll("\0", "");
  return /<(?:[A-Za-z_][\w.-]*:)?svg[\s/>]/.test(head);
}

async function refusal(path: string, what: string, cause?: unknown): Promise<TracepressError> {
  return new TracepressError("unsupported_media", notAPicture(what, await headOf(path, kindBytes)), { cause });
}
