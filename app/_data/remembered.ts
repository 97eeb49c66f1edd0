import { handsNear } from "./hands-near";
import { createStore, type Store } from "./use-store";

/** A value that this browser remembers. It is changed by what is to become of it, for it may still be being read. */
export interface Remembered<Value> extends Pick<Store<Value>, "get" | "subscribe"> {
  change(update: (value: Value) => Value): void;
  /** Takes over what another tab of this browser has made of it. */
  recallAnew(): void;
}

/**
 * A store whose value this browser remembers under `key`; on the server, and where storage is denied, it forgets.
 * It is recalled when the page is at rest or a hand is near, since a browser takes long to open its storage; until then the
 * initial value stands, and what is remembered is not written over.
 * @param read makes a value of what was stored, or null of what cannot be used any more. Where it fails because the server is
 *   out of reach, the initial value stays.
 */
export function createRemembered<Value>(
  key: string,
  initial: Value,
  read: (stored: unknown) => Value | null | Promise<Value | null>,
  kept: (value: Value) => unknown = (value) => value,
): Remembered<Value> {
  const store = createStore(initial);
  let asked = false;
  let reading = false;
  /** What changed while it was being read, in order. */
  let changes: ((value: Value) => Value)[] = [];
  const recalled = (value: Value | null): void => {
    reading = false;
    if (value !== null) store.set(changes.reduce<Value>((changed, update) => update(changed), value));
    if (changes.length > 0) keep(key, kept(store.get()));
    changes = [];
  };
  const readStored = async (): Promise<void> => {
    reading = true;
    const found = stored(key);
    recalled(found === undefined || found === null ? null : await read(found));
  };
  const recall = (): void => {
    if (asked || typeof window === "undefined") return;
    asked = true;
    reading = true;
    void handsNear().then(readStored);
  };
  return {
    get() {
      recall();
      return store.get();
    },
    change(update) {
      recall();
      store.set(update(store.get()));
      if (reading) changes.push(update);
      else keep(key, kept(store.get()));
    },
    subscribe: store.subscribe,
    recallAnew() {
      // What is still being read is the newest.
      if (!reading) void readStored();
    },
  };
}

/** Undefined where nothing that is JSON is stored, or a browser denies its storage. */
function stored(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null");
  } catch {
    return undefined;
  }
}

/** A browser may deny its storage, or have no room: then what was chosen lasts as long as the page. */
function keep(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch (failure) {
    if (!(failure instanceof DOMException)) throw failure;
  }
}
