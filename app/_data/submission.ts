import type { Submitted } from "@/lib/contracts/status";
import { loadLazily } from "./load-lazily";
import { ProblemError } from "./problem";
import { createStore, type Store } from "./use-store";

/** How a submission stands. */
export interface Sending {
  /** Whether a batch is on its way, or has arrived and is not shown yet. */
  sending: boolean;
  problem: ProblemError | null;
}

export interface Submission<Body> extends Pick<Store<Sending>, "get" | "subscribe"> {
  /** Sends a new batch, of which lists of batches hear. @returns null where one is on its way already, or it was refused: `problem` says why. */
  send(body: Body): Promise<Submitted | null>;
  /** What was sent is shown: the next one may go. */
  rest(): void;
}

export const resting: Sending = { sending: false, problem: null };

/**
 * The way of new batches to `path`. Outside React: whoever comes back to the tab finds what was started there still under
 * way. Not a query's mutation: the Batch tab has nothing else to ask at first, and its script should be short.
 */
export function createSubmission<Body>(path: string): Submission<Body> {
  const store = createStore(resting);
  return {
    get: store.get,
    subscribe: store.subscribe,
    async send(body) {
      if (store.get().sending) return null;
      store.set({ sending: true, problem: null });
      try {
        const { submit } = await loadLazily(() => import("./submit"));
        return await submit(path, body);
      } catch (failure) {
        store.set({ sending: false, problem: failure instanceof ProblemError ? failure : null });
        if (failure instanceof ProblemError) return null;
        throw failure;
      }
    },
    rest: () => store.set(resting),
  };
}
