import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Resvg } from "@resvg/resvg-js";
import sharp from "sharp";
import { thin } from "./boundary/thin";
import type { LineMap, Sample } from "./samples";

/**
 * OpenMoji (https://openmoji.org, CC BY-SA 4.0; from npm, never copied): the one icon set on npm whose coloured and outlined
 * forms are the same drawing, `color/svg` and `black/svg`. In Phosphor, Tabler and Bootstrap the filled form is another
 * drawing, half a stroke fatter and with its inner lines knocked out.
 */
const folder = process.env.OPENMOJI ?? join(process.cwd(), "node_modules/openmoji");

/** Long side of the icons' pictures, in pixels. */
const side = 512;
/** So many icons are taken, evenly from all that are drawings: no flags, no skin tones, no extras. */
const wanted = 120;
const groups = [
  "smileys-emotion",
  "people-body",
  "animals-nature",
  "food-drink",
  "travel-places",
  "activities",
  "objects",
];

interface Entry {
  hexcode: string;
  annotation: string;
  group: string;
  skintone: string;
}

export function iconSamples(): Sample[] | string {
  if (!existsSync(folder)) return "icons: openmoji@17.0.0 is not installed, and OPENMOJI names no folder of it";
  const drawn = new Set(readdirSync(join(folder, "black/svg")));
  const all = (JSON.parse(readFileSync(join(folder, "data/openmoji.json"), "utf8")) as Entry[])
    .filter(({ group, skintone, hexcode }) => groups.includes(group) && !skintone && drawn.has(`${hexcode}.svg`))
    .sort((a, b) => a.hexcode.localeCompare(b.hexcode));
  return Array.from({ length: wanted }, (_, i) => all[Math.floor(((i + 0.5) * all.length) / wanted)]).map(
    (entry, i) => ({
      name: entry.annotation,
      rows: ["icons with their outlines"],
      split: i % 2 ? "reported" : "tuned",
      picture: () => draw(`color/svg/${entry.hexcode}.svg`),
      truth: () => linesOf(`black/svg/${entry.hexcode}.svg`),
    }),
  );
}

const draw = async (file: string): Promise<Buffer> =>
  new Resvg(readFileSync(join(folder, file), "utf8"), {
    fitTo: { mode: "width", value: side },
    background: "#ffffff",
    font: { loadSystemFonts: false },
  })
    .render()
    .asPng();

async function linesOf(file: string): Promise<LineMap> {
  const { data, info } = await sharp(await draw(file))
    .toColourspace("b-w")
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  return {
    mask: thin(
      Uint8Array.from(data, (value) => Number(value < 128)),
      width,
      height,
    ),
    width,
    height,
  };
}
