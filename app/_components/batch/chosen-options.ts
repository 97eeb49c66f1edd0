import { createRemembered } from "@/app/_data/remembered";
import { useStore } from "@/app/_data/use-store";
import { type ColoringOptions, coloringOptionsSchema } from "@/lib/contracts/coloring";

/** The defaults are the contract's own. */
const defaults: ColoringOptions = coloringOptionsSchema.parse({});

/** While a number is being typed it may be none: the form keeps the text and says so. */
export interface ChosenOptions extends Omit<ColoringOptions, "margin_mm"> {
  margin_mm: string;
}

export const usualOptions: ChosenOptions = { ...defaults, margin_mm: String(defaults.margin_mm) };

/** What outlasts a batch: a book's title belongs to one book. */
export const lastingOptions = ({ title: _title, ...rest }: ChosenOptions): Omit<ChosenOptions, "title"> => rest;

/** The last options are remembered. */
const chosen = createRemembered("tracepress.coloring", usualOptions, readOptions, lastingOptions);

export const useChosenOptions = (): ChosenOptions => useStore(chosen, usualOptions);
export const changeOptions = (change: Partial<ChosenOptions>): void => chosen.set({ ...chosen.get(), ...change });

export const isMargin = (text: string): boolean =>
  coloringOptionsSchema.shape.margin_mm.safeParse(numberIn(text)).success;

/** The options as they are submitted, or null while one of them is not valid. */
export function validOptions(options: ChosenOptions): ColoringOptions | null {
  // Without a margin on the page, whatever stands in the field that is switched off must not be in the way.
  const margin = options.page_size === "original" ? defaults.margin_mm : numberIn(options.margin_mm);
  const parsed = coloringOptionsSchema.safeParse({ ...options, margin_mm: margin });
  return parsed.success ? parsed.data : null;
}

/** The options that one page looks different by: the others would only have it drawn again for nothing. */
export function paperOptions(options: ColoringOptions) {
  const { include_pdf: _book, title: _title, page_numbers: _numbers, formats: _formats, ...paper } = options;
  return paper;
}

const numberIn = (text: string): number => (text.trim() === "" ? Number.NaN : Number(text));

/** Options that were stored, with the usual ones for what is missing; null when they are not valid (any more). */
export function readOptions(stored: unknown): ChosenOptions | null {
  if (typeof stored !== "object" || stored === null) return null;
  const options: ChosenOptions = { ...usualOptions, ...stored };
  const valid = validOptions({ ...options, margin_mm: String(options.margin_mm) });
  return valid && { ...valid, margin_mm: String(valid.margin_mm) };
}
