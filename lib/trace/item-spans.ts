import type { BatchRow, ItemRow } from "@/db/schema";
import type { TraceAttributes, TraceSpan } from "@/lib/contracts/trace";
import type { ErrorCode } from "@/lib/errors";
import type { RunningAttempt } from "./running";
import type { SpanRecord } from "./span";
import { spanNames } from "./span-names";
import { nanos, plainSpan, spanOf } from "./span-of";

/**
 * An item with its waits, its attempts that have ended and their stages in `records`, and the attempt that goes on, or
 * went on when the batch was cancelled.
 */
export function* itemSpans(
  batch: BatchRow,
  item: ItemRow,
  records: readonly SpanRecord[],
  running: RunningAttempt | null,
): Generator<TraceSpan> {
  const id = spanOf("item", item.id);
  yield itemSpan(batch, item, id);
  let freeUs = batch.createdAt * 1000;
  for (const record of records) {
    if (record.parentSpanId === null) {
      yield waitSpan(item, freeUs, record.startUs, id);
      freeUs = record.endUs;
    }
    yield storedSpan(record, id, item.id);
  }
  const cutUs = item.status === "cancelled" && item.finishedAt !== null ? item.finishedAt * 1000 : null;
  if (running !== null) {
    yield waitSpan(item, freeUs, running.startUs, id);
    yield* runningSpans(item, running, id, cutUs);
  } else if (cutUs !== null || item.status === "pending" || item.status === "retrying") {
    yield waitSpan(item, freeUs, cutUs, id);
  }
}

function itemSpan(batch: BatchRow, item: ItemRow, id: string): TraceSpan {
  const attributes: TraceAttributes = {
    "item.index": item.index,
    "item.name": item.name,
    "item.status": item.status,
    "item.attempts": item.attempts,
  };
  if (item.drawn !== null) attributes["item.drawn_by"] = item.drawn.by;
  if (item.drawn?.instead_of) {
    attributes["item.drawn_instead_of"] = item.drawn.instead_of.model;
    attributes["item.model_error"] = item.drawn.instead_of.message;
  }
  if (item.error !== null) {
    attributes["error.code"] = item.error.code;
    attributes["error.message"] = item.error.message;
    if (item.error.stage !== null) attributes["error.stage"] = item.error.stage;
  }
  return {
    ...plainSpan(id, spanOf("batch", batch.id), spanNames.item, item.id),
    start_unix_nano: nanos(batch.createdAt * 1000),
    end_unix_nano: item.finishedAt === null ? null : nanos(item.finishedAt * 1000),
    status: item.status === "completed" ? "ok" : item.finishedAt === null ? "unset" : "error",
    attributes,
  };
}

/** The code of work that was cut off with its batch: it has neither succeeded nor failed. */
export const cutCode = "aborted" satisfies ErrorCode;

/** From when it could have been begun to when it was; null while it waits. */
function waitSpan(item: ItemRow, fromUs: number, toUs: number | null, parent: string): TraceSpan {
  const startUs = toUs === null ? fromUs : Math.min(fromUs, toUs);
  return {
    ...plainSpan(spanOf("wait", `${item.id} ${fromUs}`), parent, spanNames.queueWait, item.id),
    start_unix_nano: nanos(startUs),
    end_unix_nano: toUs === null ? null : nanos(toUs),
    status: toUs === null ? "unset" : "ok",
  };
}

/** Each stage lasts until the next begins; the last goes on as the attempt does, or was cut off with it. */
function* runningSpans(
  item: ItemRow,
  { startUs, stages }: RunningAttempt,
  parent: string,
  cutUs: number | null,
): Generator<TraceSpan> {
  const id = spanOf("running", `${item.id} ${item.attempts}`);
  const last = cutUs === null ? goesOn : cutOff(cutUs);
  yield {
    ...plainSpan(id, parent, spanNames.attempt, item.id),
    start_unix_nano: nanos(startUs),
    ...last,
    attributes: { attempt: item.attempts, ...last.attributes },
  };
  for (const [index, stage] of stages.entries()) {
    const next = stages.at(index + 1);
    yield {
      ...plainSpan(spanOf("running", `${item.id} ${item.attempts} ${index}`), id, stage.name, item.id),
      start_unix_nano: nanos(stage.startUs),
      ...(next === undefined ? last : { end_unix_nano: nanos(next.startUs), status: "ok" }),
    };
  }
}

type End = Pick<TraceSpan, "end_unix_nano" | "status" | "attributes">;

const goesOn: End = { end_unix_nano: null, status: "unset", attributes: {} };

const cutOff = (atUs: number): End => ({
  end_unix_nano: nanos(atUs),
  status: "error",
  attributes: { "error.code": cutCode, "error.message": "The batch was cancelled while this went on." },
});

/**
 * A span as it was measured where the work was done.
 * @param parent what it hangs from when it is the whole of that work.
 */
export function storedSpan(record: SpanRecord, parent: string, itemId: string | null): TraceSpan {
  const attempt = record.parentSpanId === null && itemId !== null;
  const name = attempt ? spanNames.attempt : record.name;
  return {
    ...plainSpan(record.spanId, record.parentSpanId ?? parent, name, itemId),
    start_unix_nano: nanos(record.startUs),
    end_unix_nano: nanos(record.endUs),
    status: record.status,
    attributes: record.attributes,
    events: record.events.map(({ name, atUs, attributes }) => ({ name, time_unix_nano: nanos(atUs), attributes })),
  };
}
