import { count, number, slides } from "./counting";
import { refusal } from "./refusal";

/** What the Batch tab says of decks. */
export const deckTab = {
  lead: "SVGs become one PowerPoint deck of editable shapes.",
  optionsTitle: "How the deck should be",
  preview: {
    title: (name: string) => `How ${name} will stand`,
    source: "The SVG",
    result: "The slide",
    sourceAlt: (name: string) => `${name} as it was chosen`,
    resultAlt: (name: string) => `Slide of ${name} with these options`,
  },
  drop: "Drop SVG files here",
  dropOr: "or whole folders, or paste files or their addresses. Each SVG becomes one slide.",
  pick: "SVGs from this device",
  pickFrom: "Each becomes one slide.",
  choose: "Choose SVG files",
  chooseMore: "Add SVG files",
  list: "Slides of this deck",
  counted: slides,
  help: "The slides will stand in this order. Move one with its arrows, or with Alt and the arrow keys.",
  misplaced: (n: number) =>
    `${n === 1 ? "One of these is a picture" : `${number(n)} of these are pictures`}: no slides, but good for coloring pages.`,
  removed: (n: number) => `${slides(n)} removed`,
  blockedEmpty: "Add at least one SVG first.",
  /** @param name of the first of them. */
  blockedRefused: (n: number, retryable: number, name: string) =>
    refusal(n === 1 ? name : count(n, "file", "files"), n, retryable),
  allReady: (n: number) => `${slides(n)} ready.`,
  addresses: {
    label: "Or take SVGs from the web, one address a line",
    placeholder: "https://…/logo.svg",
    hint: "The server fetches them when the batch runs.",
    add: "Add",
    wrong: (lines: string[]) =>
      `${lines.length === 1 ? "This is no address" : "These are no addresses"} that begins with http:// or https://: ${lines.join(", ")}`,
  },
};
