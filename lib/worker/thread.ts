import { inspect } from "node:util";
import { parentPort } from "node:worker_threads";
import { asTracepressError, type TracepressError } from "@/lib/errors";
import { blobs } from "@/lib/files/blobs";
import { pipelineFor } from "@/lib/pipelines/registry";
import { stageRunner } from "@/lib/pipelines/run";
import type { FromThread, Task, ToThread } from "./messages";
import { Recorder } from "./recorder";

// One thread works on one task at a time and touches no table: facts go back as messages, files as blobs.

const port = parentPort;
if (!port) throw new Error("thread.ts runs as a worker thread only");
const post = (message: FromThread) => port.postMessage(message);

let abort = new AbortController();

port.on("message", (message: ToThread) => {
  if (message.type === "abort") abort.abort();
  else void perform(message.task);
});

async function perform(task: Task): Promise<void> {
  abort = new AbortController();
  const pipeline = pipelineFor(task.kind);
  const stages = task.type === "item" ? pipeline.itemStages : pipeline.closingStages;
  const recorder = new Recorder(task.parentSpanId, stages, (stage, stagesDone) =>
    post({ type: "stage", stage, stagesDone }),
  );
  const stage = stageRunner(recorder, blobs(), abort.signal);
  try {
    const artifacts =
      task.type === "item" ? await pipeline.runItem(task.job, stage) : await pipeline.runClosing(task.job, stage);
    post({ type: "done", artifacts, spans: recorder.spans });
  } catch (thrown) {
    const error = asTracepressError(thrown);
    post({ type: "failed", error: facts(error), cause: causeOf(error), spans: recorder.spans });
  }
}

const facts = (error: TracepressError) => ({
  code: error.code,
  message: error.message,
  stage: error.stage ?? null,
  retryable: error.retryable,
});

/** For the log only. */
const causeOf = (error: TracepressError): string | null => (error.cause === undefined ? null : inspect(error.cause));

post({ type: "ready" });
