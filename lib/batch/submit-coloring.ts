import type { GenerateRequest } from "@/lib/contracts/coloring";
import type { RemoteModelName } from "@/lib/contracts/models";
import type { Submitted } from "@/lib/contracts/status";
import { TracepressError } from "@/lib/errors";
import { modelFor, requireReady } from "@/lib/models/registry";
import { type SubmitContext, type SubmitRooms, submitBatch } from "./submit";

/**
 * Accepts a coloring batch.
 * @throws TracepressError `model_unavailable`, `invalid_request` for items that the model cannot draw or a bound on
 * costs that cannot be kept, and those of `submitBatch`.
 */
export async function submitColoring(
  rooms: SubmitRooms,
  { model = rooms.config.model, on_model_failure, max_cost, options, items }: GenerateRequest,
  context: SubmitContext,
): Promise<Submitted> {
  if (model === "lineart") requireFiles(items);
  else requireAskable(rooms, model, max_cost !== undefined);
  requireSomething(items);
  // The built-in model costs nothing and has nobody to stand in for it.
  const asks = model !== "lineart";
  const submission = {
    kind: "coloring" as const,
    model,
    onModelFailure: asks ? on_model_failure : null,
    maxCost: asks ? (max_cost ?? null) : null,
    options,
    items,
    fieldOf: (index: number) => `items.${index}.file`,
    driveFolderPattern: null,
  };
  return submitBatch(rooms, submission, context);
}

/** @throws TracepressError `model_unavailable`, `invalid_request`; both name the settings that are missing. */
function requireAskable({ config }: SubmitRooms, name: RemoteModelName, isCapped: boolean): void {
  const model = modelFor(name, config.models);
  requireReady(model);
  const { title, lacksForCap } = model;
  if (!isCapped || lacksForCap.length === 0) return;
  const message = `max_cost cannot be kept, since the price of ${title} is not known: set ${lacksForCap.join(" and ")}.`;
  throw new TracepressError("invalid_request", message, { fields: [{ path: "max_cost", message }] });
}

/** @throws TracepressError `invalid_request` that names the items without a file. */
function requireFiles(items: GenerateRequest["items"]): void {
  refuse(
    items,
    ({ file }) => file === undefined,
    "file",
    (item) => `${item} has no picture, and lineart draws from pictures only. Add one, or choose another model.`,
  );
}

/** @throws TracepressError `invalid_request` that names the items with neither file nor prompt. */
function requireSomething(items: GenerateRequest["items"]): void {
  refuse(
    items,
    ({ file, prompt }) => file === undefined && prompt.trim() === "",
    "prompt",
    (item) => `${item} has neither a picture nor a prompt: there is nothing to draw.`,
  );
}

type Item = GenerateRequest["items"][number];

function refuse(items: readonly Item[], wrong: (item: Item) => boolean, field: string, say: (item: string) => string) {
  const fields = items.flatMap((item, index) =>
    wrong(item) ? [{ path: `items.${index}.${field}`, message: say(`Item ${index + 1}`) }] : [],
  );
  if (fields.length > 0) throw new TracepressError("invalid_request", fields[0].message, { fields });
}
