import { setTimeout as delay } from "node:timers/promises";
import { driveError } from "./drive-error";
import { type Fault, faultOf } from "./fault";

export interface Pace {
  /** Between tries: a random part of `baseMs`, doubled at each failure, `capMs` at most. */
  baseMs: number;
  capMs: number;
  /** How long one request may take: one that asks, and one that sends up to 8 MiB. */
  answerMs: number;
  sendMs: number;
}

/** Google asks clients to begin at a second and to stop doubling at about half a minute; 5 min for 8 MiB is 28 kB/s. */
export const steady: Pace = { baseMs: 1000, capMs: 32_000, answerMs: 60_000, sendMs: 300_000 };

const attemptsAtMost = 5;

/** Drive asks for seconds when it is busy; who asks for more has a bad day, and the caller should hear of it. */
const longestObeyedMs = 10 * 60_000;

export interface Effort {
  /** What is being done, for the error's sentence, such as `deck.pptx`. */
  what: string;
  pace: Pace;
  signal: AbortSignal;
  /** Whether the last try got further than the one before; such a try does not count as one of the five. */
  advanced?: () => boolean;
}

/**
 * Does `work`, at most five times as long as what stops it may pass: exponential backoff with full jitter, never
 * less than Retry-After asks for.
 * @throws TracepressError of the last failure. @throws the signal's reason when stopped.
 */
export async function persist<Result>(work: () => Promise<Result>, effort: Effort): Promise<Result> {
  for (let failures = 0; ; ) {
    effort.signal.throwIfAborted();
    try {
      return await work();
    } catch (thrown) {
      effort.signal.throwIfAborted();
      const fault = faultOf(thrown);
      failures = effort.advanced?.() ? 1 : failures + 1;
      if (failures >= attemptsAtMost || !mayPass(fault)) throw driveError(fault, thrown, effort.what);
      await rest(pause(failures, fault, effort.pace), effort.signal);
    }
  }
}

const mayPass = (fault: Fault) => fault.kind === "passing" && fault.retryAfterMs <= longestObeyedMs;

function pause(failures: number, fault: Fault, pace: Pace): number {
  const ceiling = Math.min(pace.capMs, pace.baseMs * 2 ** (failures - 1));
  return Math.max(fault.retryAfterMs, Math.random() * ceiling);
}

/** A millisecond longer: timers count whole ones of another clock, and ring up to one too early. */
const rest = (ms: number, signal: AbortSignal) =>
  delay(ms + 1, undefined, { signal }).catch(() => signal.throwIfAborted());
