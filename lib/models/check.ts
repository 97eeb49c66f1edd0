import type { RemoteModelName, Usage } from "@/lib/contracts/models";
import { asTracepressError } from "@/lib/errors";
import type { DrawnPage, DrawRequest, Model } from "./model";
import { modelFor } from "./registry";
import type { AllModelSettings } from "./settings";

/** What is asked of each model: as little as a page can be. */
const smallest: DrawRequest = {
  name: "the check",
  picture: null,
  prompt: "a fish, drawn with as few lines as can be",
  detail: "simple",
  shape: "square",
};

export interface ModelCheck {
  model: RemoteModelName;
  outcome: "drew" | "failed" | "skipped";
  /** A sentence for the operator. */
  said: string;
}

/** Asks each model that has a key for one small page, and tells what came back. It costs what a page costs. */
export async function* checkModels(settings: AllModelSettings, signal: AbortSignal): AsyncGenerator<ModelCheck> {
  for (const name of ["claude", "openai", "gemini"] as const) yield await check(modelFor(name, settings), signal);
}

async function check(model: Model, signal: AbortSignal): Promise<ModelCheck> {
  const { name, title, lacks, settings } = model;
  if (lacks.length > 0)
    return { model: name, outcome: "skipped", said: `${title}: skipped, ${lacks.join(", ")} is not set.` };
  const began = performance.now();
  const spent: Usage[] = [];
  try {
    const { page, facts } = await model.draw(smallest, { signal, spent: (usage) => spent.push(usage) });
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    const who = `${title} (${facts.modelId}, asked for ${settings.id})`;
    return { model: name, outcome: "drew", said: `${who}: ${described(page)} after ${seconds} s; ${took(spent)}.` };
  } catch (thrown) {
    const { code, message } = asTracepressError(thrown);
    return { model: name, outcome: "failed", said: `${title}: ${code}: ${message}` };
  }
}

const described = (page: DrawnPage): string =>
  page.type === "vector" ? `an SVG of ${page.svg.length} letters` : `a picture of ${page.bytes.length} bytes`;

function took([usage]: readonly Usage[]): string {
  if (!usage) return "it did not say what that took";
  const price = usage.cost === null ? "at an unknown price" : `for $${usage.cost.toFixed(4)}`;
  return `${usage.input_tokens} tokens in, ${usage.output_tokens} out, ${price}`;
}
