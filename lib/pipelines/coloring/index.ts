import sharp from "sharp";
import type { ColoringOptions } from "@/lib/contracts/coloring";
import type { Pipeline } from "../pipeline";
import { book } from "./book";
import { clean } from "./clean";
import { decode } from "./decode";
import { readDirections } from "./directions";
import { inspect } from "./inspect";
import { normalize } from "./normalize";
import { lengthUnit, outline } from "./outline";
import { page } from "./page";
import { firstGood } from "./redraw";
import { vectorize } from "./vectorize";

// Items are pressed side by side, one on each core; within one, more threads would only get in each other's way.
sharp.concurrency(1);
// No picture is decoded twice, so what libvips would remember of one is only memory.
sharp.cache(false);

/** A picture becomes a coloring page: clean black lines on white, drawn from one set of vector strokes. */
export const coloring: Pipeline<ColoringOptions> = {
  kind: "coloring",
  itemStages: ["decode", "normalize", "outline", "clean", "vectorize", "inspect", "page"],
  closingStages: ["book"],

  async runItem(job, stage) {
    const directions = readDirections(job.prompt, job.options);
    const { options } = directions;
    const raster = await stage("decode", decode, { job, directions });
    const canvas = await stage("normalize", normalize, { raster, options });
    const { sheet, placement } = canvas;
    const size = { width: canvas.lab.width, height: canvas.lab.height };
    const outlines = await stage("outline", outline, canvas);
    const place = { size, scale: placement.scale, unit: lengthUnit(size), name: job.name, options };
    const draw = async (redrawn: number) => {
      const drawing = await stage("clean", clean, { outline: outlines, options, scale: placement.scale, redrawn });
      const curves = await stage("vectorize", vectorize, { drawing, ...place });
      return { curves, wrong: await stage("inspect", inspect, { curves, sheet, placement, options }) };
    };
    const { curves } = await firstGood(draw, job.name);
    return stage("page", page, { curves, sheet, placement, job, options });
  },

  needsClosing: (options) => options.include_pdf,

  runClosing: (job, stage) => stage("book", book, job),
};
