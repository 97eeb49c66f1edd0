import type { ModelList, ModelName, ModelView, RemoteModelName } from "@/lib/contracts/models";
import { TracepressError } from "@/lib/errors";
import { claude } from "./claude";
import { gemini } from "./gemini";
import { lineart } from "./lineart";
import type { Model } from "./model";
import { openai } from "./openai";
import type { AllModelSettings, ModelSettings } from "./settings";

/** Adding a model is adding a file and a line here, and its settings. */
const makers: Record<RemoteModelName, (settings: ModelSettings) => Model> = { claude, openai, gemini };

/** A model that is asked over the network, as this server is set up; whether it is ready, `lacks` says. */
export const modelFor = (name: RemoteModelName, settings: AllModelSettings): Model => makers[name](settings[name]);

/** @throws TracepressError `model_unavailable` that names the settings that are missing. */
export function requireReady({ title, lacks }: Model): void {
  if (lacks.length === 0) return;
  const message = `${title} is not configured on this server: set ${lacks.join(" and ")} and start it again, or use lineart.`;
  throw new TracepressError("model_unavailable", message);
}

/** Everyone who can draw a page, those among them that are not ready yet. No key is told. */
export function listModels(settings: AllModelSettings, usual: ModelName): ModelList {
  const remote = Object.keys(makers) as RemoteModelName[];
  return { default: usual, models: [lineart, ...remote.map((name) => viewOf(modelFor(name, settings)))] };
}

const viewOf = ({ name, title, company, answers, settings, lacks, lacksForCap }: Model): ModelView => ({
  name,
  title,
  company,
  model_id: settings.id,
  ready: lacks.length === 0,
  lacks,
  needs_picture: false,
  answers,
  prices: settings.prices,
  capped: lacksForCap.length === 0,
  lacks_for_cap: lacksForCap,
  at_once: settings.atOnce,
  per_minute: settings.perMinute,
});
