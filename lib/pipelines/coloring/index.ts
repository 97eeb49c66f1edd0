import sharp from "sharp";
import type { ColoringOptions } from "@/lib/contracts/coloring";
import type { ItemJob, Pipeline, StageRunner } from "../pipeline";
import { book } from "./book";
import { clean } from "./clean";
import { decode } from "./decode";
import { type Directions, readDirections } from "./directions";
import { inspect } from "./inspect";
import { normalize } from "./normalize";
import { lengthUnit, outline } from "./outline";
import { page } from "./page";
import { ofCanvas, ofDrawing, ofOutline, ofRaster } from "./proofs/pictures";
import { Proofs } from "./proofs/proofs";
import { firstGood } from "./redraw";
import { vectorize } from "./vectorize";

// Items are pressed side by side, one on each core; within one, more threads would only get in each other's way.
sharp.concurrency(1);
// No picture is decoded twice, so what libvips would remember of one is only memory.
sharp.cache(false);

/**
 * A picture becomes a coloring page: clean black lines on white, drawn from one set of vector strokes.
 *
 * The memory of an item is bound by its working pixels and not by its file: about 70 bytes for each of them at the peak,
 * which is 22 MB at draft, 53 at standard and 103 at high (slope of the process's peak over the three, one slot).
 */
export const coloring: Pipeline<ColoringOptions> = {
  kind: "coloring",
  itemStages: ["decode", "normalize", "outline", "clean", "vectorize", "inspect", "page"],
  closingStages: ["book"],

  async runItem(job, stage) {
    const directions = readDirections(job.prompt, job.options);
    const proofs = new Proofs(job.options.enable_debug, job.slug);
    const drawn = await drawCurves(job, directions, stage, proofs);
    return { artifacts: await stage("page", page, { ...drawn, job, options: directions.options }), counts: null };
  },

  needsClosing: (options) => options.include_pdf,

  runClosing: (job, stage) => stage("book", book, job),
};

/** All stages up to the page, which needs none of their planes: these go when this is done. */
async function drawCurves(job: ItemJob<ColoringOptions>, directions: Directions, stage: StageRunner, proofs: Proofs) {
  const { options } = directions;
  const { lab, ...canvas } = await readCanvas(job, directions, stage, proofs);
  const { sheet, placement, picture } = canvas;
  const size = { width: lab.width, height: lab.height };
  const outlines = await stage("outline", proofs.of("outline", outline, ofOutline), { lab, ...canvas });
  const place = { size, scale: placement.scale, unit: lengthUnit(size), name: job.name, options };
  const cleaned = proofs.of("clean", clean, (drawing) => ofDrawing(drawing, size));
  const draw = async (redrawn: number) => {
    const drawing = await stage("clean", cleaned, { outline: outlines, options, scale: placement.scale, redrawn });
    const curves = await stage("vectorize", vectorize, { drawing, ...place });
    return { curves, wrong: await stage("inspect", inspect, { curves, sheet, placement, options }) };
  };
  const { curves } = await firstGood(draw, job.name);
  return { curves, sheet, placement, picture };
}

async function readCanvas(job: ItemJob<ColoringOptions>, directions: Directions, stage: StageRunner, proofs: Proofs) {
  const raster = await stage("decode", proofs.of("decode", decode, ofRaster), { job, directions });
  return stage("normalize", proofs.of("normalize", normalize, ofCanvas), { raster, options: directions.options });
}
