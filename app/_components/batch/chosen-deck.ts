import { createStore, useStore } from "@/app/_data/use-store";
import { type DeckOptions, type DeckRequest, deckOptionsSchema, deckRequestSchema } from "@/lib/contracts/deck";

/** What can be chosen for a deck here; each field can only hold what is valid. */
export interface ChosenDeck extends Pick<DeckOptions, "policy" | "slide_size" | "text" | "background" | "title"> {
  preprocessing_preset: DeckRequest["preprocessing_preset"];
  generate_previews: boolean;
}

const { preprocessing_preset, generate_previews } = deckRequestSchema(1).shape;
const { policy, slide_size, text, background, title } = deckOptionsSchema.parse({});

/** The defaults are the contract's own. */
const initial: ChosenDeck = {
  policy,
  slide_size,
  text,
  background,
  title,
  preprocessing_preset: preprocessing_preset.parse(undefined),
  generate_previews: generate_previews.parse(undefined),
};
const chosen = createStore(initial);

export const useChosenDeck = (): ChosenDeck => useStore(chosen, initial);
export const changeDeck = (change: Partial<ChosenDeck>): void => chosen.set({ ...chosen.get(), ...change });
