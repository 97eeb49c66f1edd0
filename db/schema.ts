import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { DeliveryReport } from "@/lib/contracts/delivery";
import type { Usage } from "@/lib/contracts/models";
import type { Drawn, ItemError, TierCounts } from "@/lib/contracts/status";
import { eventTypes } from "@/lib/contracts/terms/events";
import { modelFailures, modelNames } from "@/lib/contracts/terms/models";
import { batchKinds, batchStatuses, itemStatuses } from "@/lib/contracts/terms/status";
import type { SpanRecord } from "@/lib/trace/span";

// Times are milliseconds since the Unix epoch unless the column says otherwise. Blob columns hold a SHA-256 in hex.

/** Whose everything is on a server without accounts. */
export const localOwnerId = "local";

/** `none`: nothing to do. The others are the life of a step that a whole batch takes after its last item. */
export const closingStates = ["none", "waiting", "ready", "running", "done"] as const;

/** The user it belongs to; {@link localOwnerId} where nobody signs in. */
const ownerId = () => text().notNull().default(localOwnerId);

export const batchJobs = sqliteTable(
  "batch_jobs",
  {
    id: text().primaryKey(),
    ownerId: ownerId(),
    kind: text({ enum: batchKinds }).notNull(),
    status: text({ enum: batchStatuses }).notNull(),
    model: text({ enum: modelNames }),
    onModelFailure: text({ enum: modelFailures }),
    /** Money is counted in millionths of a US dollar. Null for no bound. */
    maxCost: integer(),
    cost: integer().notNull().default(0),
    /** What calls may have cost at most that broke off before it was known. */
    unmeteredCost: integer().notNull().default(0),
    /** Calls whose cost is not known, since no price was set. */
    unpricedCalls: integer().notNull().default(0),
    options: text({ mode: "json" }).$type<unknown>().notNull(),
    message: text().notNull(),
    totalItems: integer().notNull(),
    processed: integer().notNull().default(0),
    failed: integer().notNull().default(0),
    cancelled: integer().notNull().default(0),
    running: integer().notNull().default(0),
    /** Stages of items that are behind us, of `stepsTotal`; an item that has ended counts with all its stages. */
    stepsDone: integer().notNull().default(0),
    stepsTotal: integer().notNull(),
    totalSize: integer().notNull().default(0),
    /** Sequence number of the batch's newest event. */
    lastSeq: integer().notNull().default(0),
    closing: text({ enum: closingStates }).notNull(),
    closingAttempts: integer().notNull().default(0),
    /** Sending the finished batch to Google Drive; `waiting` until it is put together. */
    delivery: text({ enum: closingStates }).notNull().default("none"),
    deliveryAttempts: integer().notNull().default(0),
    driveFolderPattern: text(),
    /** What the last delivery did, file by file. */
    deliveryReport: text({ mode: "json" }).$type<DeliveryReport>(),
    /** Ids of all its items in the order of the book and the ZIP; null for the order in which they were submitted. */
    pageOrder: text({ mode: "json" }).$type<string[]>(),
    leaseToken: text(),
    leaseExpiresAt: integer(),
    idempotencyKey: text(),
    requestHash: text(),
    traceId: text().notNull(),
    traceparent: text(),
    keep: integer({ mode: "boolean" }).notNull().default(false),
    createdAt: integer().notNull(),
    startedAt: integer(),
    finishedAt: integer(),
    expiresAt: integer(),
    /** When what had failed or been cancelled was last put back; null for never. */
    retriedAt: integer(),
    /** Milliseconds for which it had ended before it was run again: no part of its pace. */
    idleMs: integer().notNull().default(0),
    /** When its trace was sent to the operator's collector. */
    exportedAt: integer(),
  },
  (table) => [
    index("batch_jobs_newest").on(table.createdAt, table.id),
    index("batch_jobs_owner").on(table.ownerId, table.createdAt, table.id),
    index("batch_jobs_status").on(table.status, table.createdAt),
    // Only of the few that are to be put together or sent: a literal, as below.
    index("batch_jobs_closing")
      .on(table.closing, table.leaseExpiresAt)
      .where(sql`closing = 'ready' or closing = 'running'`),
    index("batch_jobs_delivery")
      .on(table.delivery, table.leaseExpiresAt)
      .where(sql`delivery = 'ready' or delivery = 'running'`),
    uniqueIndex("batch_jobs_idempotency")
      .on(table.ownerId, table.idempotencyKey)
      .where(sql`idempotency_key is not null`),
    uniqueIndex("batch_jobs_holder").on(table.leaseToken).where(sql`lease_token is not null`),
  ],
);

export const batchItems = sqliteTable(
  "batch_items",
  {
    id: text().primaryKey(),
    batchId: text()
      .notNull()
      .references(() => batchJobs.id, { onDelete: "cascade" }),
    index: integer().notNull(),
    name: text().notNull(),
    /** Safe file stem, unique in the batch. */
    slug: text().notNull(),
    prompt: text().notNull(),
    /** Blob of its file; empty while only its `url` is known, and for good where the prompt alone makes the page. */
    source: text().notNull(),
    /** Where its file is fetched from. */
    url: text(),
    status: text({ enum: itemStatuses }).notNull(),
    stage: text(),
    /** How many stages the item has behind it. */
    stagesDone: integer().notNull().default(0),
    attempts: integer().notNull().default(0),
    /** Its place among the waiting items of all batches; see lib/queue/turns.ts. */
    turn: integer().notNull().default(0),
    availableAt: integer().notNull(),
    leaseToken: text(),
    leaseExpiresAt: integer(),
    startedAt: integer(),
    finishedAt: integer(),
    error: text({ mode: "json" }).$type<ItemError>(),
    counts: text({ mode: "json" }).$type<TierCounts>(),
    drawn: text({ mode: "json" }).$type<Drawn>(),
    /** Of all its calls to models, those of earlier attempts and runs among them. */
    usage: text({ mode: "json" }).$type<Usage>(),
  },
  (table) => [
    uniqueIndex("batch_items_order").on(table.batchId, table.index),
    // A claim reads the first rows of these two, however many there are; literals, since SQLite takes a partial index
    // only where the query repeats its condition word for word.
    index("batch_items_pending").on(table.turn, table.availableAt).where(sql`status = 'pending'`),
    index("batch_items_retrying").on(table.availableAt).where(sql`status = 'retrying'`),
    uniqueIndex("batch_items_holder").on(table.leaseToken).where(sql`lease_token is not null`),
    index("batch_items_finished")
      .on(table.finishedAt, table.status, table.startedAt)
      .where(sql`finished_at is not null`),
    index("batch_items_source").on(table.source),
  ],
);

export const artifacts = sqliteTable(
  "artifacts",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    batchId: text()
      .notNull()
      .references(() => batchJobs.id, { onDelete: "cascade" }),
    /** Null for what belongs to the whole batch. */
    itemId: text().references(() => batchItems.id, { onDelete: "cascade" }),
    name: text().notNull(),
    mediaType: text().notNull(),
    size: integer().notNull(),
    blob: text().notNull(),
    role: text({ enum: ["output", "intermediate"] }).notNull(),
  },
  (table) => [
    uniqueIndex("artifacts_name").on(table.batchId, table.name),
    // With the batch, since the files of whole batches are all under null.
    index("artifacts_item").on(table.itemId, table.batchId),
    index("artifacts_blob").on(table.blob),
  ],
);

export const events = sqliteTable(
  "events",
  {
    batchId: text()
      .notNull()
      .references(() => batchJobs.id, { onDelete: "cascade" }),
    seq: integer().notNull(),
    type: text({ enum: eventTypes }).notNull(),
    /** The event's JSON as clients receive it. */
    data: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.batchId, table.seq] })],
);

/** What was done in one go, as an attempt at an item: a span with all spans that hang from it, written when it ends. */
export const spans = sqliteTable(
  "spans",
  {
    /** No key: nobody looks one up, and an index of random names would touch a page of its own for each. */
    spanId: text().notNull(),
    batchId: text()
      .notNull()
      .references(() => batchJobs.id, { onDelete: "cascade" }),
    itemId: text(),
    name: text().notNull(),
    /** Microseconds since the Unix epoch. */
    startUs: integer().notNull(),
    endUs: integer().notNull(),
    status: text({ enum: ["ok", "error"] }).notNull(),
    attributes: text({ mode: "json" }).$type<SpanRecord["attributes"]>().notNull(),
    events: text({ mode: "json" }).$type<SpanRecord["events"]>().notNull(),
    /** The spans that hang from it, in the order in which they ended. */
    within: text({ mode: "json" }).$type<SpanRecord[]>().notNull().default([]),
  },
  (table) => [index("spans_place").on(table.batchId, table.itemId, table.startUs)],
);

export const uploads = sqliteTable(
  "uploads",
  {
    id: text().primaryKey(),
    ownerId: ownerId(),
    name: text().notNull(),
    size: integer().notNull(),
    mediaType: text().notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    blob: text().notNull(),
    /** Why no page can be drawn from it, in a sentence; null where it can. */
    problem: text(),
    createdAt: integer().notNull(),
  },
  (table) => [index("uploads_created").on(table.createdAt), index("uploads_blob").on(table.blob)],
);

/** A file that comes in several requests; its bytes so far lie in a file of their own. */
export const partialUploads = sqliteTable("partial_uploads", {
  /** The id that the upload will have. */
  id: text().primaryKey(),
  ownerId: ownerId(),
  /** What the client said of the file, as it said it: tus 1.0, `Upload-Metadata`. */
  metadata: text().notNull(),
  /** Bytes that the whole will have. */
  length: integer().notNull(),
  createdAt: integer().notNull(),
});

export type BatchRow = typeof batchJobs.$inferSelect;
export type ItemRow = typeof batchItems.$inferSelect;
export type ArtifactRow = typeof artifacts.$inferSelect;
export type SpanRow = typeof spans.$inferSelect;
export type UploadRow = typeof uploads.$inferSelect;
export type PartialUploadRow = typeof partialUploads.$inferSelect;
