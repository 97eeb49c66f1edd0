import type { ColoringOptions } from "@/lib/contracts/coloring";
import { asTracepressError, type ErrorCode, type TracepressError } from "@/lib/errors";
import type { ItemJob, ItemModel, StageRunner } from "../pipeline";
import { drawByEngine } from "./by-engine";
import type { Raster } from "./decode";
import { draw } from "./draw";
import { inspect, nothing } from "./inspect";
import { mend } from "./mend";
import type { Proofs } from "./proofs/proofs";
import { firstGood } from "./redraw";
import { type PlacedCurves, strokes } from "./strokes";

export interface ModelInput {
  job: ItemJob<unknown>;
  model: ItemModel;
  source: Raster | null;
  options: ColoringOptions;
}

/**
 * A model draws the page: its lines are mended until the page is good, its picture is drawn by the engine as any other.
 * @throws TracepressError as `Model.draw` does; `model_answer`, `page_rejected`.
 */
export async function drawByModel(input: ModelInput, stage: StageRunner, proofs: Proofs): Promise<PlacedCurves> {
  const { job, model, source, options } = input;
  const answer = await stage("draw", draw, input);
  if (answer.type === "picture") {
    const placed = await drawByEngine(answer.raster, { name: job.name, options }, stage, proofs);
    // The lines lie over the answer, which nobody sees, and not over the item's own picture.
    return { ...placed, picture: undefined };
  }
  const about = { svg: answer.svg, name: job.name, drawnBy: model.title, options };
  const placed = await stage("strokes", strokes, { ...about, source: source?.source ?? null });
  const { sheet, placement } = placed;
  const mended = async (redrawn: number) => {
    const curves = await stage("mend", mend, { placed, redrawn, name: job.name });
    return {
      curves,
      wrong: await stage("inspect", inspect, { curves, own: nothing, sheet, placement, options }),
    };
  };
  const { curves } = await firstGood(mended, job.name);
  return { curves, sheet, placement };
}

/** What the built-in engine steps in for: a fault of the model's, or a page of its that is no good. */
const stepsInFor: ReadonlySet<ErrorCode> = new Set([
  "model_unavailable",
  "model_auth",
  "model_quota",
  "model_busy",
  "model_failed",
  "model_refused",
  "model_request",
  "model_answer",
  "page_rejected",
  "cost_limit",
  "timeout",
]);

/** The model's fault where the engine is to draw instead: it was asked to, has a picture, and no attempt is left. */
export function faultToDrawOver(thrown: unknown, { model, source }: ModelInput): TracepressError | null {
  const error = asTracepressError(thrown);
  if (model.onFailure !== "lineart" || source === null || !stepsInFor.has(error.code)) return null;
  return error.retryable && !model.last ? null : error;
}
