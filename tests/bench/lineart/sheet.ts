/**
 * Contact sheets to look at: the source, the page at each detail and Canny's edges, one picture a row.
 *
 *   npm run bench:sheets -- [--only photos,scenes,uded,icons,readme] [--set tuned|reported] [--match text] [--limit n]
 */
import { mkdir } from "node:fs/promises";
import { parseArgs } from "node:util";
import sharp, { type OverlayOptions } from "sharp";
import { details } from "@/lib/contracts/terms/coloring";
import { drawPage } from "./engine";
import { Canny, pythonWithOpencv } from "./peers/opencv";
import { decodePicture } from "./samples";
import { type Shown, showcase, shownOf } from "./shown";

const folder = "out/bench/sheets";
const cell = 340;
const gap = 6;
const rowsPerSheet = 8;
/** The upper threshold that is best for photos. */
const cannyLevel = 60;

const { values: asked } = parseArgs({
  options: {
    only: { type: "string", default: "photos,scenes,readme" },
    set: { type: "string" },
    match: { type: "string", default: "" },
    limit: { type: "string", default: "Infinity" },
  },
});

const python = pythonWithOpencv();
const canny = python ? new Canny(python) : null;

/** A picture file on white, as large as a cell holds. */
const fitted = (file: Buffer, side = cell): Promise<Buffer> =>
  sharp(file).flatten({ background: "#fff" }).resize(side, side, { fit: "inside" }).png().toBuffer();

async function page(file: Buffer, name: string, detail: (typeof details)[number]): Promise<Buffer> {
  const drawn = await drawPage(file, name, { detail, page_size: "original", formats: ["png"] }).catch(() => null);
  return (
    drawn?.png ??
    sharp({ create: { width: 8, height: 8, channels: 3, background: "#faa" } })
      .png()
      .toBuffer()
  );
}

async function edges(file: Buffer): Promise<Buffer[]> {
  if (!canny) return [];
  const picture = await decodePicture(file);
  const [map] = await canny.edges(picture, [cannyLevel]);
  const { width, height } = picture;
  return [
    await sharp(map, { raw: { width, height, channels: 1 } })
      .negate()
      .png()
      .toBuffer(),
  ];
}

async function rowOf({ name, picture }: Shown): Promise<Buffer[]> {
  const file = await picture();
  const pages: Buffer[] = [];
  for (const detail of details) pages.push(await page(file, name, detail));
  return Promise.all([file, ...pages, ...(await edges(file))].map((one) => fitted(one)));
}

/** Puts the cells in rows, each as high as its highest picture. */
async function save(path: string, cells: Buffer[][], side = cell): Promise<void> {
  const layers: OverlayOptions[] = [];
  let top = gap;
  for (const row of cells) {
    const heights = await Promise.all(row.map(async (input) => (await sharp(input).metadata()).height));
    layers.push(...row.map((input, column) => ({ input, left: column * (side + gap) + gap, top })));
    top += Math.max(...heights) + gap;
  }
  const width = Math.max(...cells.map((row) => row.length)) * (side + gap) + gap;
  await sharp({ create: { width, height: top, channels: 3, background: "#ddd" } })
    .composite(layers)
    .png()
    .toFile(path);
  console.log(path);
}

async function saveSheets(only: string): Promise<void> {
  const shown = shownOf(only)
    .filter(({ name, split }) => name.includes(asked.match) && (!asked.set || asked.set === split))
    .slice(0, Number(asked.limit));
  for (let start = 0; start < shown.length; start += rowsPerSheet) {
    const cells: Buffer[][] = [];
    for (const one of shown.slice(start, start + rowsPerSheet)) cells.push(await rowOf(one));
    const suffix = [only, asked.set, asked.match, String(start / rowsPerSheet + 1).padStart(2, "0")];
    await save(`${folder}/${suffix.filter(Boolean).join("-")}.png`, cells);
  }
}

/** Source and page of a few scenes side by side, for the README. */
async function saveShowcase(): Promise<void> {
  const side = 240;
  const perRow = 3;
  const cells: Buffer[][] = [];
  for (const [index, { name, picture }] of showcase().entries()) {
    if (index % perRow === 0) cells.push([]);
    const file = await picture();
    const pair = [file, await page(file, name, "standard")];
    cells.at(-1)?.push(...(await Promise.all(pair.map((one) => fitted(one, side)))));
  }
  await save(`${folder}/readme.png`, cells, side);
}

async function main(): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const only of asked.only.split(",")) await (only === "readme" ? saveShowcase() : saveSheets(only));
  canny?.close();
}

main();
