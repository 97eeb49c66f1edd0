import { DriveFault } from "./fault";

/** Options of the HTTP client for a request that ends with this signal. */
export interface RequestOptions {
  signal: AbortSignal;
  retry: false;
  /** The client's own limit is off: its signal joined from two can be collected as garbage before it fires (Node 20). */
  timeout: 0;
}

/**
 * Makes a request that ends when `signal` fires or after `ms`, also while the library waits for a token, which it
 * cannot be told to stop.
 * @throws DriveFault `passing` after `ms`; the signal's reason when stopped.
 */
export async function withDeadline<Result>(
  ms: number,
  signal: AbortSignal,
  request: (options: RequestOptions) => Promise<Result>,
): Promise<Result> {
  signal.throwIfAborted();
  const end = new AbortController();
  const stop = () => end.abort(signal.reason);
  const timer = setTimeout(() => end.abort(new DriveFault("passing", `no answer in ${ms} ms`)), ms);
  signal.addEventListener("abort", stop, { once: true });
  const ended = new Promise<never>((_resolve, reject) => {
    end.signal.addEventListener("abort", () => reject(end.signal.reason), { once: true });
  });
  try {
    return await Promise.race([request({ signal: end.signal, retry: false, timeout: 0 }), ended]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
  }
}
