import type { Usage } from "@/lib/contracts/models";
import type { BatchKind, ItemError } from "@/lib/contracts/status";
import type { Written } from "@/lib/files/thread-files";
import type { ArtifactDraft, ClosingJob, ItemJob, ItemResult, ModelOrder } from "@/lib/pipelines/pipeline";
import type { SpanRecord } from "@/lib/trace/span";
import type { Failure } from "./failure";

/** What a thread is asked to do. `parentSpanId` is the span that its stages hang from. */
export type Task = {
  kind: BatchKind;
  parentSpanId: string;
} /** With a `url`, the job's file is fetched from it first. */ & (
  | { type: "item"; job: ItemJob<unknown>; url: string | null; model?: ModelOrder }
  | { type: "closing"; job: ClosingJob<unknown> }
);

/** `spawnedUs`: microseconds since the epoch at which the thread was started for this task; null where it stood ready. */
export type ToThread =
  | { type: "run"; task: Task; spawnedUs: number | null }
  | { type: "abort" }
  /** The thread's turn to ask a model, or why it does not come. */
  | { type: "turn"; refused: ItemError | null };

/** What a thread tells of its calls to a model. */
export type ModelMessage =
  | { type: "turn"; mostCost: number | null }
  | { type: "spent"; usage: Usage; mostUnmetered: number }
  | { type: "over" };

/** What a task came to. `kept` is what stages before a failure left for the trace. */
export type TaskResult =
  | ({ type: "done"; spans: SpanRecord[] } & ItemResult)
  | ({ type: "failed"; spans: SpanRecord[]; kept: ArtifactDraft[] } & Failure);

export type FromThread =
  | { type: "ready" }
  | { type: "stage"; stage: string; stagesDone: number }
  | { type: "model"; message: ModelMessage }
  /** The thread is free; the files that the result names may wait for the disk. */
  | { type: "worked"; result: TaskResult; written: Written[] };
