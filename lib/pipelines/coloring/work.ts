import sharp from "sharp";
import type { ColoringOptions } from "@/lib/contracts/coloring";
import type { Drawn } from "@/lib/contracts/status";
import type { ItemJob, PipelineWork, StageRunner } from "../pipeline";
import { drawByEngine } from "./by-engine";
import { drawByModel, faultToDrawOver } from "./by-model";
import { decode, type Raster } from "./decode";
import { type Directions, readDirections } from "./directions";
import { page } from "./page";
import { ofRaster } from "./proofs/pictures";
import { Proofs } from "./proofs/proofs";
import type { PlacedCurves } from "./strokes";

// Items are pressed side by side, one on each core; within one, more threads would only get in each other's way.
sharp.concurrency(1);
// No picture is decoded twice, so what libvips would remember of one is only memory.
sharp.cache(false);

/**
 * The work on a page and on the book.
 *
 * The memory of an item is bound by its working pixels and not by its file: about 110 bytes for each of them at the peak,
 * which is 34 MB at draft, 83 at standard and 163 at high (slope of the process's peak over the three, one slot).
 */
export const coloringWork: PipelineWork<ColoringOptions> = {
  async runItem(job, stage) {
    const directions = readDirections(job.prompt, job.options);
    const proofs = new Proofs(job.options.enable_debug, job.slug);
    const { placed, drawn } = await drawCurves(job, directions, stage, proofs);
    const artifacts = await stage("page", page, { ...placed, job, options: directions.options });
    return { artifacts, counts: null, drawn };
  },

  async runClosing(job, stage) {
    const { book } = await import("./book");
    return stage("book", book, job);
  },
};

type Curves = { placed: PlacedCurves; drawn: Drawn };

/** All stages up to the page, by whom the item asks for. */
async function drawCurves(
  job: ItemJob<ColoringOptions>,
  directions: Directions,
  stage: StageRunner,
  proofs: Proofs,
): Promise<Curves> {
  const { options } = directions;
  const source = job.source === "" ? null : await readPicture(job, directions, stage, proofs);
  const byEngine = (raster: Raster) => drawByEngine(raster, { name: job.name, options }, stage, proofs);
  const { model } = job;
  if (!model) {
    if (source === null) throw new Error("The built-in engine needs a picture");
    return { placed: await byEngine(source), drawn: { by: "lineart", instead_of: null } };
  }
  const input = { job, model, source, options };
  try {
    return { placed: await drawByModel(input, stage, proofs), drawn: { by: model.name, instead_of: null } };
  } catch (thrown) {
    const fault = faultToDrawOver(thrown, input);
    if (fault === null || source === null) throw thrown;
    const instead_of = { model: model.name, code: fault.code, message: fault.message };
    return { placed: await byEngine(source), drawn: { by: "lineart", instead_of } };
  }
}

const readPicture = (job: ItemJob<ColoringOptions>, directions: Directions, stage: StageRunner, proofs: Proofs) =>
  stage("decode", proofs.of("decode", decode, ofRaster), { job, directions });
