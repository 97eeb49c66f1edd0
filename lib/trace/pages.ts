import { and, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { artifacts, type BatchRow, type ItemRow } from "@/db/schema";
import type { coloringPageTraceSchema } from "@/lib/contracts/trace";
import type { BlobStore } from "@/lib/files/blobs";
import { type ProofStage, proofName, proofStages, proofType } from "@/lib/pipelines/coloring/proofs/names";
import { slideTraceType } from "@/lib/pipelines/deck/stored-slide";
import { failedSlide } from "@/lib/pipelines/deck/trace/failed-slide";
import { type ItemWindow, itemsBetween, spansOfItems } from "./batch-spans";
import type { SpanRecord } from "./span";
import { spanNames } from "./span-names";

const itemsAtOnce = 50;

/** The pages of a batch's trace, one for each item that has ended, as JSON text; a few are in memory at once. */
export async function* tracePages(
  tx: Tx,
  blobs: BlobStore,
  batch: BatchRow,
  window: ItemWindow,
): AsyncGenerator<string> {
  const end = window.from + window.count;
  for (let from = window.from; from < end; from += itemsAtOnce) {
    const items = itemsBetween(tx, batch.id, from, Math.min(end, from + itemsAtOnce));
    if (items.length === 0) return;
    const ended = items.filter(({ status }) => status === "completed" || status === "failed");
    if (batch.kind === "deck") yield* slides(tx, blobs, batch.id, ended);
    else yield* coloringPages(tx, batch.id, ended);
  }
}

async function* slides(tx: Tx, blobs: BlobStore, batchId: string, items: ItemRow[]): AsyncGenerator<string> {
  const ids = items.map(({ id }) => id);
  const kept = tx
    .select({ itemId: artifacts.itemId, blob: artifacts.blob })
    .from(artifacts)
    .where(and(eq(artifacts.batchId, batchId), inArray(artifacts.itemId, ids), eq(artifacts.mediaType, slideTraceType)))
    .all();
  const byItem = new Map(kept.map(({ itemId, blob }) => [itemId, blob]));
  const failed = items.filter(({ id, error }) => error !== null && !byItem.has(id));
  const spans = failed.length > 0 ? spansOfItems(tx, batchId, failed) : new Map<string, SpanRecord[]>();
  for (const item of items) {
    const blob = byItem.get(item.id);
    if (blob !== undefined) yield (await blobs.read(blob)).toString("utf8");
    else if (item.error !== null) yield JSON.stringify(failedSlide(item, parsingMs(spans.get(item.id) ?? [])));
  }
}

/** Of the last attempt that read the file; 0 where none did. */
function parsingMs(spans: readonly SpanRecord[]): number {
  const parse = spans.findLast(({ name }) => name === "parse");
  return parse === undefined ? 0 : (parse.endUs - parse.startUs) / 1000;
}

/** Spans of an attempt that are no stages of its page. */
const besideStages: ReadonlySet<string> = new Set([spanNames.threadStart, spanNames.toDisk]);

function* coloringPages(tx: Tx, batchId: string, items: ItemRow[]): Generator<string> {
  const byItem = spansOfItems(tx, batchId, items);
  const proofs = new Set(proofNames(tx, batchId, items));
  for (const item of items) {
    const rows = byItem.get(item.id) ?? [];
    const attempt = rows.findLast(({ parentSpanId }) => parentSpanId === null);
    const stages = rows.filter(({ parentSpanId, name }) => parentSpanId === attempt?.spanId && !besideStages.has(name));
    const page: z.infer<typeof coloringPageTraceSchema> = {
      page_number: item.index + 1,
      source_file: item.name,
      attempts: item.attempts,
      pipeline_trace: Object.fromEntries(
        stages.map(({ name, startUs, endUs, status, attributes }) => [
          name,
          {
            duration_ms: (endUs - startUs) / 1000,
            status,
            attributes: attributes as Record<string, string>,
            proof_url: proofUrl(batchId, item, name, proofs),
          },
        ]),
      ),
    };
    yield JSON.stringify(page);
  }
}

/** Names of the small pictures that are kept of some items' stages. */
function proofNames(tx: Tx, batchId: string, items: readonly ItemRow[]): string[] {
  const ids = items.map(({ id }) => id);
  const mine = and(
    eq(artifacts.batchId, batchId),
    inArray(artifacts.itemId, ids),
    eq(artifacts.role, "intermediate"),
    eq(artifacts.mediaType, proofType),
  );
  return tx
    .select({ name: artifacts.name })
    .from(artifacts)
    .where(mine)
    .all()
    .map(({ name }) => name);
}

function proofUrl(batchId: string, item: ItemRow, stage: string, kept: ReadonlySet<string>): string | null {
  const known = proofStages.find((one): one is ProofStage => one === stage);
  if (known === undefined || !kept.has(proofName(item.slug, known))) return null;
  return `/api/v1/batch/${batchId}/artifacts/pages/${item.index + 1}/proofs/${known}`;
}
