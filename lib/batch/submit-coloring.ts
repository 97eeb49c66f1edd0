import type { GenerateRequest } from "@/lib/contracts/coloring";
import type { Submitted } from "@/lib/contracts/status";
import { TracepressError } from "@/lib/errors";
import { type SubmitContext, type SubmitRooms, submitBatch } from "./submit";

/**
 * Accepts a coloring batch.
 * @throws TracepressError `model_unavailable`, and those of `submitBatch`.
 */
export async function submitColoring(
  rooms: SubmitRooms,
  { model = rooms.config.model, options, items }: GenerateRequest,
  context: SubmitContext,
): Promise<Submitted> {
  if (model !== "lineart") {
    throw new TracepressError("model_unavailable", `The model ${model} is not configured on this server. Use lineart.`);
  }
  return submitBatch(rooms, { kind: "coloring", model, options, items, driveFolderPattern: null }, context);
}
