import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import { type LineMap, readLineMap, type Sample } from "../samples";
import { photoOf, photosMissing } from "./photos";

const folder = fileURLToPath(new URL("outlines", import.meta.url));
/** The photos are made as long as they were when people outlined them, in pixels, and as JPEG. */
const longSide = 481;
const quality = 88;

/**
 * Photos whose things and their large parts were outlined by hand, and the outlines pulled onto the edges beside them; or why
 * there are none.
 */
export const outlinedSamples = (): Sample[] | string => photosMissing() ?? readdirSync(folder).sort().map(sampleOf);

/** `file` is called after the pack that the photo is in and its place there. */
function sampleOf(file: string): Sample {
  const name = basename(file, ".png");
  const [, pack, place] = /^(.+)-(\d+)$/.exec(name) ?? [];
  return {
    name,
    rows: ["photos outlined by hand"],
    split: "tuned",
    picture: () =>
      sharp(photoOf(pack, Number(place)))
        .resize(longSide, longSide, { fit: "inside" })
        .jpeg({ quality })
        .toBuffer(),
    truth: (): Promise<LineMap> => readLineMap(join(folder, file)),
  };
}
