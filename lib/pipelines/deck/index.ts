import type { DeckWork } from "@/lib/contracts/deck";
import type { Pipeline } from "../pipeline";

/** An SVG becomes a slide of native, editable shapes; all slides of a batch become one PowerPoint deck. */
export const deck: Pipeline<DeckWork> = {
  kind: "deck",
  itemStages: ["read", "parse", "preprocess", "analyze", "policy", "map", "embed", "store", "preview"],
  closingStages: ["package"],
  needsClosing: () => true,
  heedFirst: {
    asked: ({ slide_size }) => slide_size === "first",
    options: async (options, first, files) => (await import("./first-file")).sizedByFirst(options, first, files),
  },
  work: async () => (await import("./work")).deckWork,
};
