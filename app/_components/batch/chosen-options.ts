import { useMemo } from "react";
import { loadContracts } from "@/app/_data/load-contracts";
import type { Paper } from "@/app/_data/paper";
import { createRemembered } from "@/app/_data/remembered";
import { useStore } from "@/app/_data/use-store";
import { paperHere, useUsualPaper } from "@/app/_data/usual-paper";
import type { ColoringOptions } from "@/lib/contracts/coloring";
import { marginMm, usualColoring } from "@/lib/contracts/terms/coloring";

/** What is chosen here; the book's language is the page's own. */
export type SubmittedOptions = Omit<ColoringOptions, "language">;

/** While a number is being typed it may be none: the form keeps the text and says so. */
export interface ChosenOptions extends Omit<SubmittedOptions, "margin_mm"> {
  margin_mm: string;
}

/** The defaults are the contract's own, on the paper that the reader is likely to have. */
export const usualOptions = (paper: Paper): ChosenOptions => ({
  ...usualColoring,
  page_size: paper,
  formats: [...usualColoring.formats],
  margin_mm: String(usualColoring.margin_mm),
});
const usualHere = usualOptions(paperHere());

/** What outlasts a batch: a book's title belongs to one book. */
export const lastingOptions = ({ title: _title, ...rest }: ChosenOptions): Omit<ChosenOptions, "title"> => rest;

/** The same object as long as the paper is. */
export function useUsualOptions(): ChosenOptions {
  const paper = useUsualPaper();
  return useMemo(() => usualOptions(paper), [paper]);
}

/** The last options are remembered. */
const chosen = createRemembered("tracepress.coloring", usualHere, readOptions, lastingOptions);

export const chosenOptions = (): ChosenOptions => chosen.get();
export const useChosenOptions = (): ChosenOptions => useStore(chosen, useUsualOptions());
export const changeOptions = (change: Partial<ChosenOptions>): void =>
  chosen.change((options) => ({ ...options, ...change }));

const isMarginMm = (margin: number): boolean => margin >= marginMm.least && margin <= marginMm.most;
export const isMargin = (text: string): boolean => isMarginMm(numberIn(text));

/** The options as they are submitted, or null while one of them is not valid: every other field only holds what is. */
export function validOptions(options: ChosenOptions): SubmittedOptions | null {
  const margin_mm = marginOf(options);
  return isMarginMm(margin_mm) && options.formats.length > 0 ? { ...options, margin_mm } : null;
}

// Without a margin on the page, whatever stands in the field that is switched off must not be in the way.
const marginOf = ({ page_size, margin_mm }: ChosenOptions): number =>
  page_size === "original" ? usualColoring.margin_mm : numberIn(margin_mm);

/** The options that one page looks different by: the others would only have it drawn again for nothing. */
export function paperOptions(options: SubmittedOptions) {
  const { include_pdf: _book, title: _title, page_numbers: _numbers, formats: _formats, ...paper } = options;
  return paper;
}

const numberIn = (text: string): number => (text.trim() === "" ? Number.NaN : Number(text));

/** Options that were stored, with the usual ones for what is missing; null when they are not valid (any more). */
export async function readOptions(stored: unknown): Promise<ChosenOptions | null> {
  if (typeof stored !== "object" || stored === null) return null;
  const options: ChosenOptions = { ...usualHere, ...stored };
  const margin_mm = marginOf({ ...options, margin_mm: String(options.margin_mm) });
  const { coloringOptionsSchema } = await loadContracts();
  const { data: valid } = coloringOptionsSchema.safeParse({ ...options, margin_mm });
  if (!valid) return null;
  const { language: _language, ...read } = valid;
  return { ...read, margin_mm: String(read.margin_mm) };
}
