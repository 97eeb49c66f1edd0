import { readFile } from "node:fs/promises";
import sharp from "sharp";
import type { details } from "@/lib/contracts/terms/coloring";
import { TracepressError } from "@/lib/errors";
import { measurePage, type PageMeasures } from "@/lib/pipelines/coloring/measure";
import { drawPage } from "../engine";
import { scenes, stylesOf } from "../scenes";

/** A page to print on letter paper and to measure: of a photo by its path, or of a scene in its first style. */
export interface SheetTask {
  kind: "sheet";
  detail: (typeof details)[number];
  source: { path: string } | { scene: number };
}

export interface MeasuredSheet {
  measures: PageMeasures | null;
  svgBytes: number;
  /** What the engine said instead of drawing a page. */
  refusal: string;
}

/** Resolution at which pages are measured: five pixels across a line of medium weight. */
const dpi = 200;
const mmPerInch = 25.4;

export async function measureSheet({ detail, source }: SheetTask): Promise<MeasuredSheet> {
  const [file, name] =
    "path" in source
      ? [await readFile(source.path), source.path]
      : [await stylesOf(source.scene)[0].draw(scenes[source.scene]), scenes[source.scene].name];
  try {
    const { png, svg, document } = await drawPage(file, name, { detail });
    return { measures: await measurePng(png as Buffer, document), svgBytes: svg?.length ?? 0, refusal: "" };
  } catch (thrown) {
    if (!(thrown instanceof TracepressError)) throw thrown;
    return { measures: null, svgBytes: 0, refusal: `${name}: ${thrown.message}` };
  }
}

/** Measures a printed page. `width` and `line` are millimetres. */
async function measurePng(png: Buffer, { width, line }: { width: number; line: number }): Promise<PageMeasures> {
  const { data, info } = await sharp(png)
    .resize({ width: Math.round((width / mmPerInch) * dpi), kernel: "mitchell" })
    .toColourspace("b-w")
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return measurePage({ grey: data, width: info.width, height: info.height, scale: width / info.width }, line);
}
