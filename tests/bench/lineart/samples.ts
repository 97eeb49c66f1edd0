import { existsSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { thin } from "./boundary/thin";
import { iconSamples } from "./icons";
import { objectSamples } from "./objects";
import { outlinedSamples } from "./outlined";
import { type Split, scenes, splitOf, stylesOf } from "./scenes";
import { outlinesOf, type Picture } from "./scenes/render";

/** Outlines one pixel wide, not 0 = line. */
export interface LineMap {
  mask: Uint8Array;
  width: number;
  height: number;
}

/** A picture whose outlines are known. */
export interface Sample {
  name: string;
  /** Rows of the table that it counts in. */
  rows: string[];
  split: Split;
  picture(): Promise<Buffer>;
  truth(): Promise<LineMap>;
}

export const sets = ["uded", "outlined", "scenes", "icons", "objects"] as const;
export type SetName = (typeof sets)[number];

const shared = join(process.cwd(), "../shared");
const udedFolder = join(shared, "corpora/uded");

/** The samples of a set in a fixed order, or why there are none. */
export function samplesOf(set: SetName): Sample[] | string {
  if (set === "scenes") return sceneSamples();
  if (set === "icons") return iconSamples();
  if (set === "objects") return objectSamples();
  if (set === "outlined") return outlinedSamples();
  return existsSync(udedFolder) ? udedSamples() : `UDED: no ${udedFolder}`;
}

const udedSamples = (): Sample[] =>
  readdirSync(join(udedFolder, "imgs"))
    .sort()
    .map((file) => ({
      name: file,
      rows: ["UDED photos"],
      split: "reported" as const,
      picture: () => readFile(join(udedFolder, "imgs", file)),
      truth: () => readLineMap(join(udedFolder, "gt", file)),
    }));

/** Outlines that are white on black in a file. */
export async function readLineMap(file: string): Promise<LineMap> {
  const { data, info } = await sharp(file)
    .toColourspace("b-w")
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const mask = Uint8Array.from(data, (value) => Number(value > 127));
  return { mask: thin(mask, width, height), width, height };
}

const sceneSamples = (): Sample[] =>
  scenes.flatMap((scene, index) =>
    stylesOf(index).map((style) => {
      const split = splitOf(index);
      return {
        name: `${scene.name}, ${style.name}`,
        rows: [`scenes ${split}`, `· ${style.name} ${split}`],
        split,
        picture: () => style.draw(scene),
        truth: async () => outlinesOf(scene, style.outlines),
      };
    }),
  );

/** Real photos to look at; they have no truth. */
export function photos(): { name: string; path: string }[] {
  const folder = join(shared, "photos");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => /\.(jpg|png)$/.test(file))
    .sort()
    .map((file) => ({ name: file, path: join(folder, file) }));
}

/** A picture file as pixels on white. */
export async function decodePicture(file: Buffer): Promise<Picture> {
  const { data, info } = await sharp(file)
    .flatten({ background: "#ffffff" })
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  if (channels === 3) return { rgb: data, width, height };
  const rgb = Uint8Array.from({ length: 3 * width * height }, (_, i) => data[channels * Math.floor(i / 3)]);
  return { rgb, width, height };
}
