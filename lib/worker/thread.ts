import { constants, setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { config } from "@/lib/config";
import type { ItemError } from "@/lib/contracts/status";
import { thrownAgain } from "@/lib/errors";
import { blobs } from "@/lib/files/blobs";
import { ThreadFiles } from "@/lib/files/thread-files";
import { modelFor } from "@/lib/models/registry";
import type { ArtifactDraft, ItemResult, PipelineWork, StageRunner } from "@/lib/pipelines/pipeline";
import { itemStagesOf, pipelineFor } from "@/lib/pipelines/registry";
import { stageRunner } from "@/lib/pipelines/run";
import { spanNames } from "@/lib/trace/span-names";
import { failureOf } from "./failure";
import { fetchSource } from "./fetch-source";
import { itemModel, type ModelDesk } from "./item-model";
import { jpegOfSource } from "./jpeg-of-source";
import type { FromThread, ModelMessage, Task, TaskResult, ToThread } from "./messages";
import { Recorder } from "./recorder";

// One thread works on one task at a time and touches no table: facts go back as messages, files as blobs.

const port = parentPort;
if (!port) throw new Error("thread.ts runs as a worker thread only");
const post = (message: FromThread) => port.postMessage(message);

// On Linux each thread has a priority of its own: an answer goes before a picture. Elsewhere it is the whole process's.
const { priority } = (workerData ?? { priority: constants.priority.PRIORITY_BELOW_NORMAL }) as { priority: number };
if (process.platform === "linux") setPriority(priority);

let abort = new AbortController();
/** Waits for the turn to ask a model; null while nobody does. */
let onTurn: ((refused: ItemError | null) => void) | null = null;

port.on("message", (message: ToThread) => {
  if (message.type === "abort") abort.abort();
  else if (message.type === "turn") onTurn?.(message.refused);
  else void perform(message.task, message.spawnedUs);
});

async function perform(task: Task, spawnedUs: number | null): Promise<void> {
  abort = new AbortController();
  const pipeline = pipelineFor(task.kind);
  const stages = task.type === "item" ? itemStagesOf(pipeline, task.model?.name ?? null) : pipeline.closingStages;
  const recorder = new Recorder(task.parentSpanId, stages, (stage, stagesDone) =>
    post({ type: "stage", stage, stagesDone }),
  );
  if (spawnedUs !== null) recorder.began(spanNames.threadStart, spawnedUs);
  const files = new ThreadFiles(blobs());
  const stage = stageRunner(recorder, files, abort.signal);
  const worked = (result: TaskResult) => post({ type: "worked", result, written: files.written });
  try {
    const result = await resultOf(task, await pipeline.work(), stage, files);
    const artifacts = [...result.artifacts, ...recorder.keptDrafts];
    worked({ type: "done", ...result, artifacts, spans: recorder.spans });
  } catch (thrown) {
    worked({ type: "failed", ...failureOf(thrown), kept: recorder.keptDrafts, spans: recorder.spans });
  }
}

async function resultOf(task: Task, work: PipelineWork, stage: StageRunner, files: ThreadFiles): Promise<ItemResult> {
  if (task.type === "closing") return { artifacts: await work.runClosing(task.job, stage), counts: null };
  const model = task.model && itemModel(task.model, modelFor(task.model.name, config().models), desk);
  const { url, job } = task;
  const blob = url === null ? await jpegOfSource(job, files, abort.signal) : await stage("fetch", fetchSource, url);
  if (blob === null) return work.runItem({ ...job, model }, stage);
  const result = await work.runItem({ ...job, model, source: blob.key }, stage);
  const name = `sources/${job.slug}`;
  const source: ArtifactDraft = { name, media_type: "application/octet-stream", blob, role: "intermediate" };
  return { ...result, artifacts: [source, ...result.artifacts] };
}

const tell = (message: ModelMessage) => post({ type: "model", message });

const desk: ModelDesk = {
  turn: (mostCost) =>
    new Promise((resolve, reject) => {
      onTurn = (refused) => {
        onTurn = null;
        if (refused === null) resolve();
        else reject(thrownAgain(refused));
      };
      tell({ type: "turn", mostCost });
    }),
  spent: (usage, mostUnmetered) => tell({ type: "spent", usage, mostUnmetered }),
  over: () => tell({ type: "over" }),
};

post({ type: "ready" });
