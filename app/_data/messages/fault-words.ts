import { messagesIn } from "./catalogue";
import { languageOfPage } from "./language-of-page";
import type { Language } from "./languages";

/** Fetches what a language says of the server's faults, which a page does without until it hears of one. */
export const loadFaultWords = async (language: Language): Promise<void> =>
  (await messagesIn(language, "app")).problem.loadFaults();

/** Those of the page that this runs on; outside of a browser there is none. */
export async function loadFaultWordsHere(): Promise<void> {
  await loadFaultWords(languageOfPage());
}
