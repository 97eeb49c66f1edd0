import { deckOptionMessages } from "@/app/_data/messages/options";
import { type ChosenDeck, lastingDeck, readDeck, usualDeck } from "./chosen-deck";
import { type PresetShelf, savedPresets } from "./presets";

const t = deckOptionMessages.presets;

export const deckPresets: PresetShelf<ChosenDeck> = {
  usual: [
    { name: t.usual, options: usualDeck },
    { name: t.exact, options: { ...usualDeck, policy: "quality", text: "outline", preprocessing_preset: "minimal" } },
    { name: t.light, options: { ...usualDeck, policy: "speed", preprocessing_preset: "aggressive" } },
    { name: t.own, options: { ...usualDeck, slide_size: "first" } },
  ],
  saved: savedPresets("tracepress.deck.presets", readDeck),
  lasting: lastingDeck,
};
