import type { DeckRequest, DeckSubmitted, DeckWork } from "@/lib/contracts/deck";
import { requireDrive } from "@/lib/delivery/configured";
import { folderNames } from "@/lib/delivery/folder-pattern";
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
  const driveFolderPattern = drive_integration_enabled ? folderPattern(rooms, request.drive_folder_pattern) : null;
  const options: DeckWork = { ...request.options, preprocessing_preset, generate_previews };
  const files = [...request.urls, ...request.items.map(({ file }) => file)];
  const items = files.map((file) => ({ file, prompt: "" }));
  const first = request.urls.length;
  const fieldOf = (index: number) => (index < first ? `urls.${index}` : `items.${index - first}.file`);
  const asked = { kind: "deck" as const, model: null, onModelFailure: null, maxCost: null };
  const submitted = await submitBatch(rooms, { ...asked, options, items, fieldOf, driveFolderPattern }, context);
  const total = submitted.total_items;
  return {
    ...submitted,
    success: true,
    message: `${total} ${total === 1 ? "SVG is" : "SVGs are"} on the way to a deck.`,
    total_files: total,
    drive_integration_enabled,
  };
}

/** @throws TracepressError `drive_unavailable`, or `invalid_request` for a pattern that names no folders. */
export function folderPattern({ config }: Pick<SubmitRooms, "config">, pattern: string): string {
  requireDrive(config.drive);
  folderNames(pattern, { date: "2000-01-01", job_id: "batch", title: "title" });
  return pattern;
}
