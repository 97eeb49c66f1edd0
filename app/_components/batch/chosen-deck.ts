import { loadContracts } from "@/app/_data/load-contracts";
import { createRemembered } from "@/app/_data/remembered";
import { useStore } from "@/app/_data/use-store";
import type { DeckOptions, DeckRequest, DeckRequestInput } from "@/lib/contracts/deck";
import { usualDeckRequest, usualSlides } from "@/lib/contracts/terms/deck";

/** What can be chosen for a deck here; each field can only hold what is valid, but for the folders, which the server reads. */
export interface ChosenDeck extends Pick<DeckOptions, "policy" | "slide_size" | "text" | "background" | "title"> {
  preprocessing_preset: DeckRequest["preprocessing_preset"];
  generate_previews: boolean;
  drive_integration_enabled: boolean;
  /** Empty for the usual folders. */
  drive_folder_pattern: string;
}

const { preprocessing_preset, generate_previews, drive_integration_enabled } = usualDeckRequest;
const { policy, slide_size, text, background, title } = usualSlides;

/** The defaults are the contract's own. */
export const usualDeck: ChosenDeck = {
  policy,
  slide_size,
  text,
  background,
  title,
  preprocessing_preset,
  generate_previews,
  drive_integration_enabled,
  drive_folder_pattern: "",
};
export const usualFolders: string = usualDeckRequest.drive_folder_pattern;

/** What outlasts a batch: a presentation's title belongs to one presentation. */
export const lastingDeck = ({ title: _title, ...rest }: ChosenDeck): Omit<ChosenDeck, "title"> => rest;

/** The last options are remembered. */
const chosen = createRemembered("tracepress.deck", usualDeck, readDeck, lastingDeck);

export const chosenDeck = (): ChosenDeck => chosen.get();
export const useChosenDeck = (): ChosenDeck => useStore(chosen, usualDeck);
export const changeDeck = (change: Partial<ChosenDeck>): void => chosen.change((deck) => ({ ...deck, ...change }));

/** A deck's request, but for its SVGs. */
export function requestOf(deck: ChosenDeck): Omit<DeckRequestInput, "items" | "urls"> {
  const { preprocessing_preset, generate_previews, drive_integration_enabled, drive_folder_pattern, ...options } = deck;
  const folders = drive_folder_pattern.trim() || usualFolders;
  return {
    preprocessing_preset,
    generate_previews,
    options,
    ...(drive_integration_enabled && { drive_integration_enabled, drive_folder_pattern: folders }),
  };
}

/** Options that were stored, with the usual ones for what is missing; null when they are not valid (any more). */
export async function readDeck(stored: unknown): Promise<ChosenDeck | null> {
  if (typeof stored !== "object" || stored === null) return null;
  const deck: ChosenDeck = { ...usualDeck, ...stored };
  const known = Object.keys(usualDeck).length === Object.keys(deck).length;
  const { deckRequestSchema } = await loadContracts();
  return known && deckRequestSchema(1).safeParse({ ...requestOf(deck), urls: ["https://a/"] }).success ? deck : null;
}
