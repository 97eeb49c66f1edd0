import type { DeckRequest, DeckSubmitted, DeckWork } from "@/lib/contracts/deck";
import { TracepressError } from "@/lib/errors";
import { type SubmitContext, type SubmitRooms, submitBatch } from "./submit";

/**
 * Accepts a deck batch; slides stand in the order of `urls`, then `items`.
 * @throws TracepressError `drive_unavailable`, and those of `submitBatch`.
 */
export async function submitDeck(
  rooms: SubmitRooms,
  request: DeckRequest,
  context: SubmitContext,
): Promise<DeckSubmitted> {
  const { drive_integration_enabled, preprocessing_preset, generate_previews } = request;
  if (drive_integration_enabled) {
    throw new TracepressError("invalid_request", "Google Drive is not configured on this server.");
  }
  const options: DeckWork = { ...request.options, preprocessing_preset, generate_previews };
  const files = [...request.urls, ...request.items.map(({ file }) => file)];
  const items = files.map((file) => ({ file, prompt: "" }));
  const submitted = await submitBatch(rooms, { kind: "deck", model: null, options, items }, context);
  const total = submitted.total_items;
  return {
    ...submitted,
    success: true,
    message: `${total} ${total === 1 ? "SVG is" : "SVGs are"} on the way to a deck.`,
    total_files: total,
    drive_integration_enabled,
  };
}
