import type { TraceSpan } from "@/lib/contracts/trace";
import { spanNames } from "./span-names";

/** The batch's own spans stand in this lane; items have one each from 1 on. */
const batchLane = 0;

/**
 * Spans as complete events of the Chrome trace event format ("ph":"X", microseconds), one lane an item, piece by piece.
 * One that goes on has no length.
 */
export async function* chromeEvents(spans: Iterable<TraceSpan>): AsyncGenerator<string> {
  yield '{"displayTimeUnit":"ms","traceEvents":[';
  yield JSON.stringify(laneName(batchLane, "batch"));
  const lanes = new Map<string, number>();
  for (const span of spans) {
    const lane = laneOf(span, lanes);
    if (span.name === spanNames.item) yield `,${JSON.stringify(laneName(lane, String(span.attributes["item.name"])))}`;
    yield `,${JSON.stringify(completeEvent(span, lane))}`;
  }
  yield "]}\n";
}

function laneOf({ item_id }: TraceSpan, lanes: Map<string, number>): number {
  if (item_id === null) return batchLane;
  let lane = lanes.get(item_id);
  if (lane === undefined) {
    lane = lanes.size + 1;
    lanes.set(item_id, lane);
  }
  return lane;
}

function completeEvent(span: TraceSpan, lane: number) {
  const ts = microseconds(span.start_unix_nano);
  const end = span.end_unix_nano === null ? ts : microseconds(span.end_unix_nano);
  const args = { ...span.attributes, status: span.status, span_id: span.span_id };
  return { name: span.name, cat: "tracepress", ph: "X", ts, dur: end - ts, pid: 1, tid: lane, args };
}

const laneName = (lane: number, name: string) => ({ name: "thread_name", ph: "M", pid: 1, tid: lane, args: { name } });

const microseconds = (nano: string): number => Number(BigInt(nano) / 1000n);
