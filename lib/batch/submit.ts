import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { type Db, immediately, prepared } from "@/db/client";
import { type BatchRow, batchItems, batchJobs } from "@/db/schema";
import { statement } from "@/db/statement";
import type { Config } from "@/lib/config";
import type { ModelName, OnModelFailure } from "@/lib/contracts/models";
import type { BatchKind, Submitted } from "@/lib/contracts/status";
import type { Bell } from "@/lib/events/bell";
import { writeEvent } from "@/lib/events/log";
import type { BlobStore } from "@/lib/files/blobs";
import type { Part } from "@/lib/files/multipart";
import { slugFor } from "@/lib/files/names";
import { fetchRemote, usualRules } from "@/lib/files/remote";
import { refuseWhenDiskLow } from "@/lib/files/space";
import { itemIds, opaqueId, traceId } from "@/lib/ids";
import { micros } from "@/lib/models/money";
import { itemStagesOf, pipelineFor } from "@/lib/pipelines/registry";
import { refuseWhenFull } from "@/lib/queue/pressure";
import { currentTurn } from "@/lib/queue/turns";
import { callerOf } from "@/lib/trace/traceparent";
import { batchOfKey } from "./idempotency";
import { namelessFile, promptAlone, resolveSource, type Source } from "./intake";
import { countedItems } from "./state";
import { linksOf } from "./view";

export interface SubmitRooms {
  db: Db;
  blobs: BlobStore;
  bell: Bell;
  config: Config;
}

export interface SubmitContext {
  /** The user it belongs to. */
  ownerId: string;
  /** Files that came with the request, by name. */
  parts: Map<string, Part>;
  idempotencyKey: string | null;
  traceparent: string | null;
  signal?: AbortSignal;
}

/** What is asked for: the same for both kinds once their requests are read. */
export interface Submission {
  kind: BatchKind;
  model: ModelName | null;
  onModelFailure: OnModelFailure | null;
  /** US dollars that asking the model may cost; null without a bound. */
  maxCost: number | null;
  /** Of the pipeline. */
  options: unknown;
  /** One without a file has a prompt, and a model that needs no more. */
  items: readonly { file?: string; prompt: string }[];
  /** The field that names the file of an item, dotted. @param index of the item, from 0. */
  fieldOf(index: number): string;
  /** Folders in Drive that the batch goes into when it is done; null for none. */
  driveFolderPattern: string | null;
}

/**
 * Accepts a batch: its files are on disk and its rows are written when this returns.
 * The same `Idempotency-Key` and request give the batch that the first one made, for 24 hours.
 * @throws TracepressError `invalid_request`, `too_large`, `queue_full`, `storage_full`, `idempotency_mismatch`.
 */
export async function submitBatch(
  rooms: SubmitRooms,
  submission: Submission,
  context: SubmitContext,
): Promise<Submitted> {
  const { db, blobs, config } = rooms;
  await refuseWhenDiskLow(config);
  const { ownerId, idempotencyKey, traceparent } = context;
  const intake = { db, ownerId, blobs, maxFileBytes: config.maxFileBytes };
  const { kind } = submission;
  const sources: Source[] = [];
  for (const [index, item] of submission.items.entries()) {
    const { file, prompt } = item;
    const place = { what: `Item ${index + 1}`, path: submission.fieldOf(index), nameless: namelessFile(kind, index) };
    sources.push(file ? await resolveSource(intake, file, place, context.parts) : promptAlone(prompt, index));
  }
  const { model, onModelFailure, maxCost, items } = submission;
  const requestHash = hashOf({
    kind,
    model,
    onModelFailure,
    maxCost,
    options: submission.options,
    driveFolderPattern: submission.driveFolderPattern,
    sources,
    prompts: items.map(({ prompt }) => prompt),
  });
  const options = await heedFirst(rooms, submission, sources, context.signal);
  const batch = immediately(db, () => {
    const now = Date.now();
    const earlier = idempotencyKey && batchOfKey(db, { ownerId, key: idempotencyKey }, requestHash, now);
    if (earlier) return earlier;
    refuseWhenFull(db, sources.length, config.maxPendingItems, now);
    return write(db, { ...submission, options }, sources, { ownerId, idempotencyKey, traceparent, requestHash });
  });
  rooms.bell.ring(batch.id);
  rooms.bell.ring("queue");
  return {
    batch_id: batch.id,
    job_id: batch.id,
    status: batch.status,
    total_items: batch.totalItems,
    links: linksOf(batch.id),
  };
}

/** Fetches the first file at once where all others depend on it. */
async function heedFirst(
  { blobs, config }: SubmitRooms,
  { kind, options }: Submission,
  sources: Source[],
  signal: AbortSignal | undefined,
): Promise<unknown> {
  const { heedFirst } = pipelineFor(kind);
  if (!heedFirst?.asked(options)) return options;
  const [first] = sources;
  if (first.url !== null) {
    const rules = { ...usualRules, allowHosts: config.allowHosts, timeoutMs: config.fetchMs };
    const { body } = await fetchRemote(first.url, rules, { signal });
    sources[0] = {
      ...first,
      url: null,
      key: (await blobs.writeStream(body, usualRules.limit, first.name, signal)).key,
    };
  }
  return heedFirst.options(options, { name: first.name, source: sources[0].key }, blobs);
}

/** Parsed once: building this statement anew would take longer than all else that a small batch needs. */
const insertions = prepared((db: Db) => {
  const given = (name: string) => sql.placeholder(name);
  return {
    batch: db
      .insert(batchJobs)
      .values({
        id: given("id"),
        ownerId: given("ownerId"),
        kind: given("kind"),
        status: "pending",
        model: given("model"),
        onModelFailure: given("onModelFailure"),
        maxCost: given("maxCost"),
        options: given("options"),
        message: given("message"),
        totalItems: given("totalItems"),
        stepsTotal: given("stepsTotal"),
        lastSeq: 1,
        closing: given("closing"),
        delivery: given("delivery"),
        driveFolderPattern: given("driveFolderPattern"),
        idempotencyKey: given("idempotencyKey"),
        requestHash: given("requestHash"),
        traceId: given("traceId"),
        traceparent: given("traceparent"),
        createdAt: given("createdAt"),
      })
      .returning()
      .prepare(),
    item: statement(
      db,
      db.insert(batchItems).values({
        id: given("id"),
        batchId: given("batchId"),
        index: given("index"),
        name: given("name"),
        slug: given("slug"),
        prompt: given("prompt"),
        source: given("source"),
        url: given("url"),
        status: "pending",
        turn: given("turn"),
        availableAt: given("availableAt"),
      }),
    ),
  };
});

function write(
  db: Db,
  { kind, model, onModelFailure, maxCost, options, items, driveFolderPattern }: Submission,
  sources: readonly Source[],
  facts: { ownerId: string; requestHash: string; idempotencyKey: string | null; traceparent: string | null },
): BatchRow {
  const now = Date.now();
  const pipeline = pipelineFor(kind);
  const total = sources.length;
  const insert = insertions(db);
  const batch: BatchRow = insert.batch.get({
    id: opaqueId("batch"),
    kind,
    model,
    onModelFailure,
    maxCost: maxCost === null ? null : micros(maxCost),
    options,
    message: `${countedItems(total)} waiting`,
    totalItems: total,
    stepsTotal: total * itemStagesOf(pipeline, model).length,
    closing: pipeline.needsClosing(options) ? "waiting" : "none",
    delivery: driveFolderPattern === null ? "none" : "waiting",
    driveFolderPattern,
    traceId: callerOf(facts.traceparent)?.traceId ?? traceId(),
    createdAt: now,
    ...facts,
  });
  writeEvent(db, batch, "progress");
  const turn = currentTurn(db);
  const itemId = itemIds();
  for (const [index, { name, key, url }] of sources.entries()) {
    insert.item.run({
      id: itemId(index),
      batchId: batch.id,
      index,
      name,
      slug: slugFor(index, name),
      prompt: items[index].prompt,
      source: key,
      url,
      turn: turn + index,
      availableAt: now,
    });
  }
  return batch;
}

const hashOf = (value: unknown): string => createHash("sha256").update(JSON.stringify(value)).digest("hex");
