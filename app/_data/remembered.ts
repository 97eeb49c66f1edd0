import { createStore, type Store } from "./use-store";

/**
 * A store whose value this browser remembers under `key`; on the server, and where storage is denied, it forgets.
 * @param read makes a value of what was stored, or null of what cannot be used any more.
 */
export function createRemembered<Value>(
  key: string,
  initial: Value,
  read: (stored: unknown) => Value | null,
  kept: (value: Value) => unknown = (value) => value,
): Store<Value> {
  const store = createStore(initial);
  let asked = false;
  const recall = (): void => {
    if (asked || typeof window === "undefined") return;
    asked = true;
    const value = read(stored(key));
    if (value !== null) store.set(value);
  };
  return {
    get() {
      recall();
      return store.get();
    },
    set(next) {
      recall();
      store.set(next);
      keep(key, kept(next));
    },
    subscribe: store.subscribe,
  };
}

/** Undefined where nothing, or nothing that is JSON, is stored, or a browser denies its storage. */
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
