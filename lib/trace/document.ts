import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import { artifacts, type BatchRow } from "@/db/schema";
import type { SlideTrace } from "@/lib/contracts/deck-trace";
import type { PackageParts, TraceQuery } from "@/lib/contracts/trace";
import type { BlobStore } from "@/lib/files/blobs";
import { deckType, packageTraceType } from "@/lib/pipelines/deck/stored-slide";
import { DeckTally } from "@/lib/pipelines/deck/trace/tally";
import { itemStagesOf, pipelineFor } from "@/lib/pipelines/registry";
import { batchSpans, type ItemWindow } from "./batch-spans";
import { chromeEvents } from "./chrome";
import { otlpSpans } from "./otlp";
import { packageParts } from "./package-parts";
import { tracePages } from "./pages";
import { stageFigures } from "./stage-figures";

export interface TraceRooms {
  db: Db;
  blobs: BlobStore;
}

/** A trace as data; as a report for people it is made elsewhere. */
export type DocumentQuery = TraceQuery & { format: Exclude<TraceQuery["format"], "html"> };

/** A batch's trace as JSON text, piece by piece: never whole in memory. */
export function traceDocument(rooms: TraceRooms, batch: BatchRow, query: DocumentQuery): AsyncGenerator<string> {
  const window = { from: query.items_from, count: query.items ?? batch.totalItems };
  switch (query.format) {
    case "otlp":
      return otlpSpans(batchSpans(rooms.db, batch, window), batch.traceId);
    case "chrome":
      return chromeEvents(batchSpans(rooms.db, batch, window));
    default:
      return plainDocument(rooms, batch, window, query.parts);
  }
}

async function* plainDocument(
  rooms: TraceRooms,
  batch: BatchRow,
  window: ItemWindow,
  parts: TraceQuery["parts"],
): AsyncGenerator<string> {
  const head = {
    job_id: batch.id,
    trace_id: batch.traceId,
    architecture: "clean_slate",
    trace_available: batch.startedAt !== null,
    page_count: batch.totalItems,
    workflow: workflowOf(batch),
  };
  const onlySpans = parts === "spans" || parts === "outline";
  const paged = !onlySpans && parts !== "stages";
  const tally = batch.kind === "deck" && paged ? new DeckTally() : null;
  const pages = !paged ? [] : tallied(tracePages(rooms.db, rooms.blobs, batch, window), tally);
  yield `${JSON.stringify(head).slice(0, -1)},"trace_data":{"debug_trace":[`;
  if (parts === "summary") await drained(pages);
  else yield* joined(pages);
  const packaged = paged ? await packageTrace(rooms.db, rooms.blobs, batch.id) : null;
  yield `],"deck_summary":${JSON.stringify(tally?.summary() ?? null)},"package_trace":${packaged ?? "null"},`;
  const figured = parts === "all" || parts === "summary";
  const zipped = figured ? await partsOfDeck(rooms, batch.id) : null;
  const figures = figured || parts === "stages" ? stageFigures(batchSpans(rooms.db, batch, window)) : [];
  yield `"package_parts":${JSON.stringify(zipped)},"stage_figures":${JSON.stringify(figures)},`;
  yield `"upload_trace":${JSON.stringify(batch.deliveryReport)}},"spans":[`;
  const depth = parts === "outline" ? "outline" : "stages";
  if (parts === "all" || onlySpans) yield* joined(texts(batchSpans(rooms.db, batch, window, depth)));
  yield "]}\n";
}

/** The pages as they are, added up on their way. */
async function* tallied(pages: AsyncIterable<string>, tally: DeckTally | null): AsyncGenerator<string> {
  for await (const page of pages) {
    tally?.add(JSON.parse(page) as SlideTrace);
    yield page;
  }
}

async function drained(pages: Iterable<string> | AsyncIterable<string>): Promise<void> {
  for await (const page of pages) void page;
}

const workflowOf = ({ kind, model }: BatchRow): string => {
  const pipeline = pipelineFor(kind);
  return [...itemStagesOf(pipeline, model), ...pipeline.closingStages].join(" → ");
};

async function packageTrace(db: Db, blobs: BlobStore, batchId: string): Promise<string | null> {
  const mine = and(eq(artifacts.batchId, batchId), eq(artifacts.mediaType, packageTraceType));
  const row = db.select({ blob: artifacts.blob }).from(artifacts).where(mine).get();
  return row === undefined ? null : (await blobs.read(row.blob)).toString("utf8");
}

/** Of the deck the batch was packed into; null for none. */
export async function partsOfDeck({ db, blobs }: TraceRooms, batchId: string): Promise<PackageParts | null> {
  const mine = and(eq(artifacts.batchId, batchId), eq(artifacts.mediaType, deckType), isNull(artifacts.itemId));
  const row = db.select({ blob: artifacts.blob }).from(artifacts).where(mine).get();
  return row === undefined ? null : packageParts(blobs.path(row.blob));
}

function* texts(values: Iterable<unknown>): Generator<string> {
  for (const value of values) yield JSON.stringify(value);
}

/** With commas between. */
async function* joined(values: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string> {
  let first = true;
  for await (const value of values) {
    yield first ? value : `,${value}`;
    first = false;
  }
}
