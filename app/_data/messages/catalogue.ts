import type { ComponentType } from "react";
import type { Loaders } from "./along";
import * as de from "./de";
import * as en from "./en";
import type { Language } from "./languages";

/** Pieces are fetched one by one, so that a page loads only what it may say, and only in the reader's language. */
export interface Pieces {
  app: typeof import("./en/app");
  aside: typeof import("./en/aside");
  batchPages: typeof import("./en/batch-pages");
  batchTab: typeof import("./en/batch");
  coloringStudio: typeof import("./en/coloring-studio");
  deckOptions: typeof import("./en/deck-options");
  deckTab: typeof import("./en/deck-tab");
  options: typeof import("./en/options");
  tools: typeof import("./en/tools");
  traceViewer: typeof import("./en/trace-viewer");
}

/** Where the pieces of a language are, and what names them in the head of a page. */
interface Catalogue {
  pieces: Loaders<Pieces>;
  hints: Record<keyof Pieces, ComponentType>;
}

export const catalogues: Record<Language, Catalogue> = { en, de };

/** In which piece a section is. */
const pieceOf = {
  account: "aside",
  app: "app",
  batch: "batchTab",
  coloringTab: "coloringStudio",
  commands: "tools",
  deckOptions: "deckOptions",
  deckTab: "deckTab",
  delivery: "batchPages",
  docs: "aside",
  drawing: "batchPages",
  job: "batchPages",
  jobs: "batchPages",
  models: "coloringStudio",
  options: "options",
  order: "tools",
  pasting: "tools",
  reasons: "traceViewer",
  states: "batchPages",
  timeline: "traceViewer",
  trace: "traceViewer",
  viewer: "tools",
} as const satisfies Record<string, keyof Pieces>;

export type Section = keyof typeof pieceOf;
export const sections = Object.keys(pieceOf) as Section[];

type In<Piece, S> = S extends keyof Piece ? Piece[S] : never;
/** What English says; any other language says it too, given the same values. */
export type Messages<S extends Section> = In<Pieces[(typeof pieceOf)[S]], S>;

const asked = new Map<string, Promise<unknown>>();

/** The sentences of a section; the same promise each time, so that React may wait for it. */
export function messagesIn<S extends Section>(language: Language, section: S): Promise<Messages<S>> {
  const key = `${language} ${section}`;
  const promise = (asked.get(key) as Promise<Messages<S>> | undefined) ?? fetched(language, section, key);
  asked.set(key, promise);
  return promise;
}

/** What could not be fetched is asked for again the next time: the connection may be back. */
async function fetched<S extends Section>(language: Language, section: S, key: string): Promise<Messages<S>> {
  try {
    const load = catalogues[language].pieces[pieceOf[section]];
    if (!load) throw new Error(`Nothing is said of ${section} in ${language}.`);
    return ((await load()) as unknown as Record<S, Messages<S>>)[section];
  } catch (failure) {
    asked.delete(key);
    throw failure;
  }
}
