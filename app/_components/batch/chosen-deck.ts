import { createRemembered } from "@/app/_data/remembered";
import { useStore } from "@/app/_data/use-store";
import {
  type DeckOptions,
  type DeckRequest,
  type DeckRequestInput,
  deckOptionsSchema,
  deckRequestSchema,
} from "@/lib/contracts/deck";

/** What can be chosen for a deck here; each field can only hold what is valid, but for the folders, which the server reads. */
export interface ChosenDeck extends Pick<DeckOptions, "policy" | "slide_size" | "text" | "background" | "title"> {
  preprocessing_preset: DeckRequest["preprocessing_preset"];
  generate_previews: boolean;
  drive_integration_enabled: boolean;
  /** Empty for the usual folders. */
  drive_folder_pattern: string;
}

const { preprocessing_preset, generate_previews, drive_integration_enabled, drive_folder_pattern } =
  deckRequestSchema(1).shape;
const { policy, slide_size, text, background, title } = deckOptionsSchema.parse({});

/** The defaults are the contract's own. */
export const usualDeck: ChosenDeck = {
  policy,
  slide_size,
  text,
  background,
  title,
  preprocessing_preset: preprocessing_preset.parse(undefined),
  generate_previews: generate_previews.parse(undefined),
  drive_integration_enabled: drive_integration_enabled.parse(undefined),
  drive_folder_pattern: "",
};
export const usualFolders: string = drive_folder_pattern.parse(undefined);

/** What outlasts a batch: a presentation's title belongs to one presentation. */
export const lastingDeck = ({ title: _title, ...rest }: ChosenDeck): Omit<ChosenDeck, "title"> => rest;

/** The last options are remembered. */
const chosen = createRemembered("tracepress.deck", usualDeck, readDeck, lastingDeck);

export const useChosenDeck = (): ChosenDeck => useStore(chosen, usualDeck);
export const changeDeck = (change: Partial<ChosenDeck>): void => chosen.set({ ...chosen.get(), ...change });

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
export function readDeck(stored: unknown): ChosenDeck | null {
  if (typeof stored !== "object" || stored === null) return null;
  const deck: ChosenDeck = { ...usualDeck, ...stored };
  const known = Object.keys(usualDeck).length === Object.keys(deck).length;
  return known && deckRequestSchema(1).safeParse({ ...requestOf(deck), urls: ["https://a/"] }).success ? deck : null;
}
