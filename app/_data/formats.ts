import type { Language } from "./messages/languages";
import { decimal } from "./number";
import { preciseFormats } from "./precise-duration";
import { size } from "./size";
import { timeFormats } from "./time";

function makeFormats(locale: Language) {
  const times = timeFormats(locale);
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 4 });
  return {
    ...times,
    ...preciseFormats(locale, times.duration),
    size: (bytes: number): string => size(locale, bytes),
    /** "1,204.5": a number to be read, with what parts its thousands. */
    number: (value: number): string => plain.format(value),
    /** "4.20": a measure, with just so many digits behind its mark. */
    decimal: (value: number, digits: number): string => decimal(locale, value, digits),
  };
}

export type Formats = ReturnType<typeof makeFormats>;

const made = new Map<Language, Formats>();

/** How a language writes numbers, moments, lengths of time and sizes. */
export function formatsIn(language: Language): Formats {
  const formats = made.get(language) ?? makeFormats(language);
  made.set(language, formats);
  return formats;
}
