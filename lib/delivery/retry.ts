import { setTimeout as delay } from "node:timers/promises";
import { driveError } from "./drive-error";
import { type Fault, faultOf } from "./fault";

/** How long to wait between tries: a random part of `baseMs` doubled at each failure, `capMs` at most. */
export interface Pace {
  baseMs: number;
  capMs: number;
}

/** What Google asks of clients: begin at a second, stop doubling at about half a minute. */
export const steady: Pace = { baseMs: 1000, capMs: 32_000 };

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
      return await untilAborted(work(), effort.signal);
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

const rest = (ms: number, signal: AbortSignal) => delay(ms, undefined, { signal }).catch(() => signal.throwIfAborted());

/** The same promise, given up as soon as the signal fires: the library's token request cannot be stopped itself. */
async function untilAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  let stop = () => {};
  const stopped = new Promise<never>((_resolve, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
  });
  try {
    return await Promise.race([work, stopped]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
