import { deckOptions, options } from "./en-options";

/** The names of the options, in the language in use. */
export const optionMessages = options;
export const deckOptionMessages = deckOptions;
