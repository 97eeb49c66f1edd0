import type { ModelName, OnModelFailure, Usage } from "@/lib/contracts/models";
import type { BatchKind, ItemError } from "@/lib/contracts/status";
import type { ArtifactDraft, ClosingItem, ItemResult } from "@/lib/pipelines/pipeline";
import type { SpanRecord } from "@/lib/trace/span";
import type { ModelRoom } from "./turns";

/** The right to work on one item for a while; `token` proves it. */
export interface ItemLease {
  token: string;
  itemId: string;
  batchId: string;
  kind: BatchKind;
  traceId: string;
  options: unknown;
  index: number;
  name: string;
  slug: string;
  prompt: string;
  source: string;
  /** Where its file is fetched from; null when it is in `source`. */
  url: string | null;
  /** Who draws it; null of a slide. */
  model: ModelName | null;
  onModelFailure: OnModelFailure | null;
  /** 1 for the first. */
  attempt: number;
}

/** The right to do the work on a whole batch after its last item. */
export interface ClosingLease {
  token: string;
  batchId: string;
  kind: BatchKind;
  traceId: string;
  options: unknown;
  items: ClosingItem[];
  attempt: number;
}

/**
 * The durable queue. Every verb is one transaction with its counters and its event; whoever finishes something must
 * still hold its lease, so a verb on a lost lease changes nothing and answers false.
 */
export interface Queue {
  /**
   * Up to `limit` items by their turn, so that a small batch never waits behind a large one.
   * @param room for how many more items of a model; of one that is not named for all.
   */
  claimItems(limit: number, room?: ModelRoom): ItemLease[];
  claimClosing(): ClosingLease | null;
  /** Those of the tokens that are still held. */
  held(tokens: string[]): Set<string>;
  /** Extends leases. Returns the tokens that are still held. */
  heartbeat(tokens: string[]): Set<string>;
  /** @param at when it began, in milliseconds since the epoch; now where it is not given. */
  stageStarted(lease: ItemLease, stage: string, stagesDone: number, at?: number): boolean;
  completeItem(lease: ItemLease, result: ItemResult, spans: SpanRecord[]): boolean;
  /**
   * Adds what a call to a model took, whoever holds the item by now: it was paid for.
   * @param mostUnmetered US dollars that a call may have cost of which that did not come to be known.
   */
  addUsage(lease: ItemLease, usage: Usage, mostUnmetered: number): void;
  /** Gives the item up for now: it waits for so many milliseconds and is begun again, the attempt counted. */
  retryItem(lease: ItemLease, error: ItemError, waitMs: number, spans: SpanRecord[]): boolean;
  /** @param kept intermediates that show how far it came. */
  failItem(lease: ItemLease, error: ItemError, spans: SpanRecord[], kept?: ArtifactDraft[]): boolean;
  completeClosing(lease: ClosingLease, artifacts: ArtifactDraft[], spans: SpanRecord[]): boolean;
  failClosing(lease: ClosingLease, error: ItemError, spans: SpanRecord[]): boolean;
  /** Gives work back untouched, as on shutdown: the attempt does not count. */
  release(lease: ItemLease | ClosingLease): boolean;
  /**
   * Runs verbs in one transaction, or each in its own when one of them throws: then that comes in place of its answer.
   * @throws what kept the one transaction from beginning or committing; then none of the verbs has happened.
   */
  together<Answer>(verbs: (() => Answer)[]): ({ answer: Answer } | { thrown: unknown })[];
  /** Puts back what a dead worker held. Returns how much that was. */
  recoverExpired(): number;
}

/** Milliseconds that a lease lasts without a heartbeat; a dead worker's items are taken over within this plus a second. */
export const leaseMs = 8_000;
export const heartbeatMs = 1_000;
/** How long a beat waits for a database that another process holds; the next one comes soon. */
export const beatWaitMs = 50;
/** How often an item is begun before a lost worker is taken for the item's own fault. */
export const maxAttempts = 3;
