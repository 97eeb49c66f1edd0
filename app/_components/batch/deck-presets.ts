import type { Messages } from "@/app/_data/messages/catalogue";
import { type ChosenDeck, lastingDeck, readDeck, usualDeck } from "./chosen-deck";
import { type Preset, type PresetShelf, savedPresets } from "./presets";

/** The presets that come with the product, by their names in a language. */
const usual = (t: Messages<"deckOptions">["presets"]): readonly Preset<ChosenDeck>[] => [
  { name: t.usual, options: usualDeck },
  { name: t.exact, options: { ...usualDeck, policy: "quality", text: "outline", preprocessing_preset: "minimal" } },
  { name: t.light, options: { ...usualDeck, policy: "speed", preprocessing_preset: "aggressive" } },
  { name: t.own, options: { ...usualDeck, slide_size: "first" } },
];

const kept = {
  saved: savedPresets("tracepress.deck.presets", readDeck),
  lasting: lastingDeck,
};

export const deckPresets = (t: Messages<"deckOptions">["presets"]): PresetShelf<ChosenDeck> => ({
  ...kept,
  usual: usual(t),
});
