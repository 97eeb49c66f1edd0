import { useSyncExternalStore } from "react";

/** A value outside React, so that it outlives the page that shows it. */
export interface Store<Value> {
  get(): Value;
  set(next: Value): void;
  subscribe(listener: () => void): () => void;
}

export function createStore<Value>(initial: Value): Store<Value> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** On the server there is only the initial value: a store there would be shared by everyone. */
export const useStore = <Value>(store: Pick<Store<Value>, "get" | "subscribe">, initial: Value): Value =>
  useSyncExternalStore(store.subscribe, store.get, () => initial);
