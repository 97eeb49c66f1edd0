import type { Language } from "./messages/languages";

/** The paper that a printer is likely to hold. */
export type Paper = "letter" | "a4";

/** Regions whose usual paper is US Letter (Unicode CLDR 48, `territoryInfo`/paperSize `US-Letter`). */
const letterRegions = new Set(["BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"]);

/**
 * The paper where someone is: A4, unless both the page's language and the one that the browser likes best are likely
 * spoken where Letter is usual.
 * @param accepted the `Accept-Language` header; null where a browser sends none.
 */
export const paperOf = (language: Language, accepted: string | null): Paper =>
  isLetter(language) && isLetter(likedMost(accepted ?? "") ?? language) ? "letter" : "a4";

/** Without a region in it, a language is taken to be of where most of its speakers live (Unicode likely subtags). */
function isLetter(tag: string): boolean {
  return letterRegions.has(new Intl.Locale(tag).maximize().region ?? "");
}

/** The first language of the header, as browsers order it; undefined where that is none. */
function likedMost(header: string): string | undefined {
  const tag = header.split(/[,;]/, 1)[0].trim();
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return undefined;
  }
}
