/** How long is waited before each try to reach the server again, in milliseconds; the last one from then on. */
const waits = [1_000, 2_000, 5_000, 10_000, 20_000];

export interface Reconnect {
  /** Whether the server could not be reached and is to be tried again. */
  waiting(): boolean;
  lost(): void;
  reached(): void;
}

/** Tries again by itself after the connection is lost: when the browser says that it is back, and now and then. */
export function createReconnect(again: () => void): Reconnect {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tries = 0;
  const go = () => {
    clearTimeout(timer);
    timer = undefined;
    globalThis.removeEventListener?.("online", go);
    again();
  };
  return {
    waiting: () => timer !== undefined,
    lost() {
      if (timer !== undefined) return;
      timer = setTimeout(go, waits[Math.min(tries, waits.length - 1)]);
      tries += 1;
      globalThis.addEventListener?.("online", go);
    },
    reached() {
      tries = 0;
    },
  };
}
