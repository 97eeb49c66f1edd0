import { setImmediate } from "node:timers/promises";
import { asTracepressError, TracepressError } from "@/lib/errors";
import type { ArtifactDraft, StageContext, StageFiles, StageRunner, StageSpan } from "./pipeline";

/** Where a run tells what happens in it. */
export interface RunObserver {
  stageStarted(stage: string): void;
  openSpan(stage: string): StageSpan & { end(error?: TracepressError): void };
  kept(draft: ArtifactDraft): void;
}

/**
 * Makes the runner that a pipeline calls its stages through.
 * @throws TracepressError `aborted` when `signal` fires between stages; whatever a stage throws, with the stage's name.
 */
export function stageRunner(observer: RunObserver, files: StageFiles, signal: AbortSignal): StageRunner {
  return async (name, stage, input) => {
    // One turn of the event loop, so that an abort posted to this thread is heard before the next stage begins.
    await setImmediate();
    if (signal.aborted) throw new TracepressError("aborted", "Stopped before it was finished.", { stage: name });
    observer.stageStarted(name);
    const span = observer.openSpan(name);
    const context: StageContext = {
      signal,
      span,
      files,
      keep: (draft) => observer.kept(draft),
    };
    try {
      const output = await stage(input, context);
      span.end();
      return output;
    } catch (thrown) {
      const error = withStage(asTracepressError(thrown, name), name);
      span.end(error);
      throw error;
    }
  };
}

function withStage(error: TracepressError, stage: string): TracepressError {
  if (error.stage) return error;
  return new TracepressError(error.code, error.message, { ...error, stage, cause: error.cause });
}
