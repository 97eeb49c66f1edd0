import type { ModelName } from "@/lib/contracts/models";
import type { BatchKind } from "@/lib/contracts/status";
import { coloring } from "./coloring";
import { deck } from "./deck";
import type { Pipeline } from "./pipeline";

const pipelines: Record<BatchKind, Pipeline<never>> = { coloring, deck };

/** The pipeline for a kind of batch. Options were parsed when the batch was submitted, so their type is trusted here. */
export const pipelineFor = (kind: BatchKind): Pipeline<unknown> => pipelines[kind] as Pipeline<unknown>;

/** The stages of an item by name, in the order they run, whoever draws it. */
export function itemStagesOf({ itemStages, modelStages }: Pipeline, model: ModelName | null): readonly string[] {
  return model === null || model === "lineart" ? itemStages : (modelStages?.[model] ?? itemStages);
}
