import { and, asc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { type Db, prepared, type Tx } from "@/db/client";
import { type ArtifactRow, artifacts, type BatchRow, batchItems, batchJobs, type ItemRow } from "@/db/schema";
import { named, statement } from "@/db/statement";
import type { ArtifactView, BatchView, ItemView } from "@/lib/contracts/status";
import { isTerminal } from "@/lib/contracts/terms/status";
import { TracepressError } from "@/lib/errors";
import { grouped } from "@/lib/grouped";
import { dollars } from "@/lib/models/money";
import { coverOf } from "./cover";
import { countersOf } from "./state";
import { titleOf } from "./title";

const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());

const byId = prepared((db) =>
  db
    .select()
    .from(batchJobs)
    .where(eq(batchJobs.id, sql.placeholder("id")))
    .prepare(),
);

/** @throws TracepressError `not_found`. */
export function batchRow(db: Tx, id: string): BatchRow {
  const row = byId(db).get({ id });
  if (!row) throw noSuchBatch();
  return row;
}

/** Of a batch that never was, is gone, or is another's. */
export const noSuchBatch = (): TracepressError =>
  new TracepressError("not_found", "There is no such batch. It may have expired.");

/** Where a client goes on from a batch. */
export const linksOf = (id: string) => ({
  status: `/api/v1/batch/${id}/status`,
  progress: `/api/v1/batch/${id}/progress`,
  download: `/api/v1/batch/${id}/download`,
  cancel: `/api/v1/batch/${id}/cancel`,
  retry: `/api/v1/batch/${id}/retry`,
  book: `/api/v1/batch/${id}/book`,
  order: `/api/v1/batch/${id}/order`,
  again: `/api/v1/batch/${id}/again`,
  keep: `/api/v1/batch/${id}/keep`,
  remove: `/api/v1/batch/${id}`,
  upload_to_drive: `/api/v1/batch/${id}/upload-to-drive`,
  trace: `/api/v1/jobs/${id}/trace`,
  page: `/jobs/${id}`,
});

/** What a batch shows of itself: a list reads no more of each. */
export const shownColumns = {
  id: batchJobs.id,
  kind: batchJobs.kind,
  status: batchJobs.status,
  model: batchJobs.model,
  options: batchJobs.options,
  onModelFailure: batchJobs.onModelFailure,
  maxCost: batchJobs.maxCost,
  cost: batchJobs.cost,
  unmeteredCost: batchJobs.unmeteredCost,
  unpricedCalls: batchJobs.unpricedCalls,
  message: batchJobs.message,
  totalItems: batchJobs.totalItems,
  processed: batchJobs.processed,
  failed: batchJobs.failed,
  cancelled: batchJobs.cancelled,
  running: batchJobs.running,
  stepsDone: batchJobs.stepsDone,
  stepsTotal: batchJobs.stepsTotal,
  totalSize: batchJobs.totalSize,
  delivery: batchJobs.delivery,
  driveFolderPattern: batchJobs.driveFolderPattern,
  deliveryReport: batchJobs.deliveryReport,
  pageOrder: batchJobs.pageOrder,
  keep: batchJobs.keep,
  createdAt: batchJobs.createdAt,
  startedAt: batchJobs.startedAt,
  finishedAt: batchJobs.finishedAt,
  expiresAt: batchJobs.expiresAt,
  idleMs: batchJobs.idleMs,
};
type ShownBatch = Pick<BatchRow, keyof typeof shownColumns>;

/** A batch as clients see it; `withItems` adds every item and its artifacts. */
export function batchView(db: Db, batch: ShownBatch, withItems: boolean): BatchView {
  const files = outputsOf(db, batch.id, withItems);
  const cover = coverOf(db, batch);
  return {
    job_id: batch.id,
    batch_id: batch.id,
    kind: batch.kind,
    title: titleOf(batch),
    first_names: firstNames(db)
      .all({ batchId: batch.id })
      .map(({ name }) => name),
    cover: cover ? artifactView(batch.id, cover) : null,
    ...countersOf(batch),
    current_item: currentItem(db, batch),
    message: batch.message,
    total_size: batch.totalSize,
    eta_seconds: etaSeconds(batch, Date.now()),
    created_at: new Date(batch.createdAt).toISOString(),
    started_at: iso(batch.startedAt),
    finished_at: iso(batch.finishedAt),
    expires_at: iso(batch.expiresAt),
    keep: batch.keep,
    model: batch.model,
    on_model_failure: batch.onModelFailure,
    max_cost: batch.maxCost === null ? null : dollars(batch.maxCost),
    drive_integration_enabled: batch.driveFolderPattern !== null,
    drive_upload_status: uploadStatus(batch),
    drive_folder_url: batch.deliveryReport?.folder?.url ?? null,
    links: linksOf(batch.id),
    artifacts: (files.get(null) ?? []).map((file) => artifactView(batch.id, file)),
    ...(withItems && { page_order: batch.pageOrder, items: itemViews(db, batch.id, files) }),
  };
}

const firstNames = prepared((db) => {
  const mine = eq(batchItems.batchId, sql.placeholder("batchId"));
  const names = db.select({ name: batchItems.name }).from(batchItems).where(mine);
  return names.orderBy(asc(batchItems.index)).limit(2).prepare();
});

function uploadStatus({ delivery, deliveryReport }: ShownBatch): BatchView["drive_upload_status"] {
  if (delivery === "none") return null;
  if (delivery === "running") return "uploading";
  return delivery === "done" ? (deliveryReport?.status ?? "cancelled") : "pending";
}

type ShownFile = Pick<ArtifactRow, "itemId" | "name" | "mediaType" | "size">;
type FilesByItem = Map<string | null, ShownFile[]>;

/** Files that came out, by item; under null what belongs to the whole batch, which is all there is without items. */
function outputsOf(db: Db, batchId: string, withItems: boolean): FilesByItem {
  const { ofBatch, ofAll } = outputs(db);
  return grouped((withItems ? ofAll : ofBatch).all({ batchId }), ({ itemId }) => itemId);
}

/** Parsed once: a list asks it of each of its batches. */
const outputs = prepared((db: Db) => {
  const { itemId, name, mediaType, size } = artifacts;
  const those = (whose?: SQL) => {
    const mine = and(eq(artifacts.batchId, sql.placeholder("batchId")), eq(artifacts.role, "output"), whose);
    const files = db.select(named({ itemId, name, mediaType, size })).from(artifacts).where(mine);
    return statement<ShownFile>(db, files.orderBy(asc(artifacts.id)));
  };
  return { ofBatch: those(isNull(artifacts.itemId)), ofAll: those() };
});

function itemViews(db: Db, batchId: string, files: FilesByItem): ItemView[] {
  return itemsOf(db)
    .all({ batchId })
    .map((row) => itemView(batchId, row, files.get(row.id) ?? []));
}

const { id, index, name, prompt, status, stage, attempts, availableAt, startedAt, finishedAt } = batchItems;
const { error, counts, drawn, usage } = batchItems;
const written = { error, counts, drawn, usage };
const plain = { id, index, name, prompt, status, stage, attempts, availableAt, startedAt, finishedAt };
/** What an item shows of itself; its columns of JSON are text here. */
type ShownItem = Pick<ItemRow, keyof typeof plain> & Record<keyof typeof written, string | null>;

/** Of thousands of items, reading and mapping what is not shown would take most of an answer's time. */
const itemsOf = prepared((db: Db) => {
  const mine = eq(batchItems.batchId, sql.placeholder("batchId"));
  const items = db.select(named({ ...plain, ...written })).from(batchItems);
  return statement<ShownItem>(db, items.where(mine).orderBy(asc(batchItems.index)));
});

const read = (json: string | null) => (json === null ? null : JSON.parse(json));

const itemView = (batchId: string, row: ShownItem, files: ShownFile[]): ItemView => ({
  item_id: row.id,
  index: row.index,
  name: row.name,
  prompt: row.prompt,
  status: row.status,
  stage: row.stage,
  attempts: row.attempts,
  next_attempt_at: row.status === "retrying" ? iso(row.availableAt) : null,
  duration_ms: row.startedAt !== null && row.finishedAt !== null ? row.finishedAt - row.startedAt : null,
  error: read(row.error),
  counts: read(row.counts),
  drawn: read(row.drawn),
  usage: read(row.usage),
  artifacts: files.map((file) => artifactView(batchId, file)),
});

function artifactView(batchId: string, file: Omit<ShownFile, "itemId">): ArtifactView {
  const path = file.name.split("/").map(encodeURIComponent).join("/");
  return {
    name: file.name,
    media_type: file.mediaType,
    size: file.size,
    url: `/api/v1/batch/${batchId}/artifacts/${path}`,
  };
}

function currentItem(db: Db, batch: ShownBatch): string | null {
  if (batch.running === 0 || isTerminal(batch.status)) return null;
  return firstRunning(db).get({ batchId: batch.id })?.name ?? null;
}

const firstRunning = prepared((db) => {
  const running = and(eq(batchItems.batchId, sql.placeholder("batchId")), eq(batchItems.status, "running"));
  const names = db.select({ name: batchItems.name }).from(batchItems).where(running);
  return names.orderBy(asc(batchItems.index)).limit(1).prepare();
});

/** Seconds until the end at the pace so far; null before the third item has ended, when a guess would be a lie. */
export function etaSeconds(batch: ShownBatch, now: number): number | null {
  const ended = batch.processed + batch.failed + batch.cancelled;
  if (isTerminal(batch.status) || batch.startedAt === null || ended < Math.min(3, batch.totalItems)) return null;
  const left = batch.stepsTotal - batch.stepsDone;
  const workedMs = now - batch.startedAt - batch.idleMs;
  return Math.max(0, Math.round((workedMs / 1000) * (left / batch.stepsDone)));
}
