import { defaultLanguage, isLanguage, type Language } from "./languages";

/** The language of the page that this runs on, outside of React; where there is no page, the default. */
export function languageOfPage(): Language {
  const spoken = typeof document === "undefined" ? defaultLanguage : document.documentElement.lang;
  return isLanguage(spoken) ? spoken : defaultLanguage;
}
