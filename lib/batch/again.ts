import type { Db } from "@/db/client";
import type { BatchRow, ItemRow } from "@/db/schema";
import type { Again, AgainItem } from "@/lib/contracts/again";
import { coloringOptionsSchema } from "@/lib/contracts/coloring";
import { type DeckWork, deckOptionsSchema } from "@/lib/contracts/deck";
import { TracepressError } from "@/lib/errors";
import type { BlobStore } from "@/lib/files/blobs";
import { readableBlob } from "@/lib/files/heic/readable-blob";
import { knownFile, registerUploads, type StoredFile } from "@/lib/files/uploads";
import { dollars } from "@/lib/models/money";
import { readSvgSize } from "@/lib/pipelines/deck/parse/svg-size";
import { namedItems } from "./named-items";
import { inPageOrder } from "./page-order";
import { batchRow } from "./view";

export interface AgainRooms {
  db: Db;
  blobs: BlobStore;
  /** The user that the uploads will belong to. */
  ownerId: string;
}

/**
 * Lays out again what a batch was submitted with: its items in the order of their pages, their files as new uploads (of
 * the same stored bytes), its prompts and its options.
 * @param itemIds to lay out these alone.
 * @throws TracepressError `not_found`; `invalid_request` for an id that is no item's.
 */
export async function layOutAgain(
  { db, blobs, ownerId }: AgainRooms,
  id: string,
  itemIds: readonly string[] | undefined,
  signal: AbortSignal,
): Promise<Again> {
  const batch = batchRow(db, id);
  const rows = inPageOrder(namedItems(db, id, itemIds), batch);
  // What is wanting here is no file's: an address, or a prompt alone.
  const found = new Map<string, StoredFile | string>();
  for (const row of rows) {
    signal.throwIfAborted();
    if (row.source !== "" && row.url === null) found.set(row.id, await fileOf(blobs, row, signal));
  }
  const files = [...found.values()].filter((one) => typeof one !== "string");
  const uploads = new Map(registerUploads(db, ownerId, files).map((upload, place) => [files[place], upload]));
  const items = rows.map(({ id: itemId, name, prompt, url }): AgainItem => {
    const file = found.get(itemId);
    const problem = typeof file === "string" ? file : null;
    const upload = typeof file === "object" ? (uploads.get(file) ?? null) : null;
    return { name, prompt, url, upload, problem };
  });
  return { ...askedFor(batch), items };
}

/** The file of an item, or why it cannot be taken again: it is gone, or no page could be drawn from it. */
async function fileOf(
  blobs: BlobStore,
  { name, source, error }: ItemRow,
  signal: AbortSignal,
): Promise<StoredFile | string> {
  if (error?.code === "unsupported_media") return error.message;
  try {
    const blob = await readableBlob(blobs, source, name, signal);
    return { ...(await knownFile(blobs.path(blob), name, readSvgSize)), problem: null, blob };
  } catch (failure) {
    if (failure instanceof TracepressError) return failure.message;
    throw failure;
  }
}

function askedFor(batch: BatchRow) {
  const { kind, model, onModelFailure, options, driveFolderPattern } = batch;
  if (kind === "coloring") {
    const bound = {
      on_model_failure: onModelFailure,
      max_cost: batch.maxCost === null ? null : dollars(batch.maxCost),
    };
    return { kind, model, ...bound, options: coloringOptionsSchema.parse(options) };
  }
  const { preprocessing_preset, generate_previews, slide: _slide, ...rest } = options as DeckWork;
  return {
    kind,
    preprocessing_preset,
    generate_previews,
    drive_folder_pattern: driveFolderPattern,
    options: deckOptionsSchema.parse(rest),
  };
}
