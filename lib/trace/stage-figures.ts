import type { StageFigure, TraceSpan } from "@/lib/contracts/trace";
import { cutCode } from "./item-spans";
import { spanNames } from "./span-names";

/** Spans that hold other work or waited for it. */
const { batch, item, attempt, closing, delivery, queueWait } = spanNames;
const notStages: ReadonlySet<string> = new Set([batch, item, attempt, closing, delivery, queueWait]);

/**
 * How long the stages of a trace took, in the order they were first met. A stage that goes on, or was cut off, does
 * not count.
 * `share` is of all the time that stages took, wherever they ran side by side.
 */
export function stageFigures(spans: Iterable<TraceSpan>): StageFigure[] {
  const stages = new Map<string, { times: number[]; errors: number }>();
  for (const { name, status, start_unix_nano, end_unix_nano, attributes } of spans) {
    if (notStages.has(name) || end_unix_nano === null || attributes["error.code"] === cutCode) continue;
    const stage = stages.get(name) ?? { times: [], errors: 0 };
    stages.set(name, stage);
    stage.times.push(Math.max(0, Number(BigInt(end_unix_nano) - BigInt(start_unix_nano)) / 1e6));
    if (status === "error") stage.errors++;
  }
  const all = [...stages.values()].reduce((sum, { times }) => sum + total(times), 0);
  return [...stages].map(([name, { times, errors }]) => ({
    name,
    count: times.length,
    errors,
    median_ms: median(times),
    longest_ms: times.reduce((most, one) => Math.max(most, one), 0),
    total_ms: total(times),
    share: all === 0 ? 0 : total(times) / all,
  }));
}

const total = (times: readonly number[]): number => times.reduce((sum, one) => sum + one, 0);

/** Of an even number the mean of the two in the middle. */
function median(times: readonly number[]): number {
  const sorted = [...times].sort((one, other) => one - other);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}
