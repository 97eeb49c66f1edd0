import type { BatchKind, ItemError } from "@/lib/contracts/status";
import type { ArtifactDraft, ClosingJob, ItemJob, ItemResult } from "@/lib/pipelines/pipeline";
import type { SpanRecord } from "@/lib/trace/store";

/** What a thread is asked to do. `parentSpanId` is the span that its stages hang from. */
export type Task = {
  kind: BatchKind;
  parentSpanId: string;
} /** With a `url`, the job's file is fetched from it first. */ & (
  | { type: "item"; job: ItemJob<unknown>; url: string | null }
  | { type: "closing"; job: ClosingJob<unknown> }
);

/** `spawnedUs`: microseconds since the epoch at which the thread was started for this task; null where it stood ready. */
export type ToThread = { type: "run"; task: Task; spawnedUs: number | null } | { type: "abort" };

export type FromThread =
  | { type: "ready" }
  | { type: "stage"; stage: string; stagesDone: number }
  | ({ type: "done"; spans: SpanRecord[] } & ItemResult)
  | ({ type: "failed"; spans: SpanRecord[] } & Failure);

/** `kept` is what stages before the failure left for the trace; `cause` is for the log only. */
interface Failure {
  error: ItemError;
  /** Milliseconds that were asked for until the next attempt. */
  retryAfter: number | null;
  cause: string | null;
  kept: ArtifactDraft[];
}
