/** The languages the pages speak, each by its own name. Its code is also the locale of its numbers and dates. */
export const languages = { en: "English", de: "Deutsch" } as const;
export type Language = keyof typeof languages;

export const defaultLanguage: Language = "en";

/** What the reader chose. A cookie and not local storage: the server must know it to send the first byte in that language. */
export const languageCookie = "language";

export const isLanguage = (code: string): code is Language => Object.hasOwn(languages, code);

/** The chosen language, else the one the browser likes best of those there are, else English. */
export function languageFrom(chosen: string | undefined, accepted: string | null): Language {
  if (chosen !== undefined && isLanguage(chosen)) return chosen;
  return liked(accepted ?? "").find(isLanguage) ?? defaultLanguage;
}

/** The languages of an `Accept-Language` header (RFC 9110, 12.5.4), best first, without their regions; none that are refused by `q=0`. */
function liked(header: string): string[] {
  return header
    .split(",")
    .map((part) => {
      const [range = "", ...parameters] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      return { code: range.split("-")[0] ?? "", quality: qualityOf(parameters) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality)
    .map(({ code }) => code);
}

/** 1 where none is given, as the standard has it; 0 where it cannot be read. */
function qualityOf(parameters: string[]): number {
  const weight = parameters.find((parameter) => parameter.startsWith("q="));
  if (weight === undefined) return 1;
  return /^q=(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(weight) ? Number(weight.slice(2)) : 0;
}
