import type { BlobStore } from "@/lib/files/blobs";
import type { Written } from "@/lib/files/thread-files";
import { spanId } from "@/lib/ids";
import { nowUs, type SpanRecord } from "@/lib/trace/span";
import { spanNames } from "@/lib/trace/span-names";
import { unlessAborted } from "@/lib/unless-aborted";
import { failureOf } from "./failure";
import type { TaskResult } from "./messages";

/** What a thread came to, and the files it has written for it. */
export interface Worked {
  result: TaskResult;
  written: readonly Written[];
  /** The span that its stages hang from. */
  parentSpanId: string;
}

/**
 * Waits for the disk. All that the answer names is on it; where that cannot be, the answer says so.
 * @throws the signal's reason when that fires first.
 */
export async function onDisk({ result, written, parentSpanId }: Worked, blobs: BlobStore, signal: AbortSignal) {
  const startUs = nowUs();
  const span = (status: SpanRecord["status"]): SpanRecord => ({
    spanId: spanId(),
    parentSpanId,
    name: spanNames.toDisk,
    startUs,
    endUs: nowUs(),
    status,
    attributes: { files: written.length },
    events: [],
  });
  const settled = blobs.settle(written).then(
    (): TaskResult => ({ ...result, spans: [...result.spans, span("ok")] }),
    (thrown): TaskResult => ({
      ...failureOf(thrown),
      type: "failed",
      kept: [],
      spans: [...result.spans, span("error")],
    }),
  );
  return unlessAborted(settled, signal);
}
