import type { BatchRow, ItemRow } from "@/db/schema";
import { grouped } from "@/lib/grouped";
import { dollars } from "@/lib/models/money";
import type { PlacedFile } from "./page-order";

const costs = (batch: BatchRow) => ({
  on_model_failure: batch.onModelFailure,
  max_cost: batch.maxCost === null ? null : dollars(batch.maxCost),
  cost: batch.unpricedCalls > 0 ? null : dollars(batch.cost),
  unmetered_cost: dollars(batch.unmeteredCost),
});

const outputOf = ({ placedName: name, mediaType, size, blob }: PlacedFile) => ({
  name,
  media_type: mediaType,
  size,
  sha256: blob,
});

/** `manifest.json` of a batch's ZIP: every item in order, what came of it with SHA-256, or why nothing did. */
export function manifestOf(batch: BatchRow, items: ItemRow[], files: PlacedFile[]): Buffer {
  const byItem = grouped(files, ({ itemId }) => itemId);
  const outputs = (itemId: string | null) => (byItem.get(itemId) ?? []).map(outputOf);
  const manifest = {
    batch_id: batch.id,
    kind: batch.kind,
    model: batch.model,
    ...(batch.kind === "coloring" && costs(batch)),
    status: batch.status,
    created_at: new Date(batch.createdAt).toISOString(),
    options: batch.options,
    files: outputs(null),
    items: items.map((item) => ({
      index: item.index,
      name: item.name,
      prompt: item.prompt,
      status: item.status,
      ...(batch.kind === "coloring" && { drawn: item.drawn, usage: item.usage }),
      outputs: outputs(item.id),
      error: item.error,
    })),
  };
  return Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
}
