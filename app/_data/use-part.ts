import { useEffect, useSyncExternalStore } from "react";
import { atRest } from "./at-rest";
import { loadPatiently } from "./load-patiently";

/** A part of a page that comes after it. */
export interface Part<Content> {
  /** Undefined until it is there. @throws what it failed with, should it never come. */
  get(): Content | undefined;
  subscribe(listener: () => void): () => void;
  /** Has it fetched, at the first call, when the page is at rest. */
  fetch(): void;
}

/** To be made once, outside of what shows the part. */
export function createPart<Content>(load: () => Promise<Content>): Part<Content> {
  let content: Content | undefined;
  let failure: unknown;
  let asked = false;
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const come = async () => {
    await atRest();
    try {
      content = await loadPatiently(load);
    } catch (reason) {
      failure = reason;
    }
    tell();
  };
  return {
    get() {
      if (failure !== undefined) throw failure;
      return content;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    fetch() {
      if (asked) return;
      asked = true;
      void come();
    },
  };
}

/** The content of a part, which is fetched for it; undefined until it is there. */
export function usePart<Content>(part: Part<Content>): Content | undefined {
  useEffect(() => part.fetch(), [part]);
  return useSyncExternalStore(part.subscribe, part.get, () => undefined);
}
