// What there is to choose for a coloring page, apart from the schemas: a form needs no parser.

export const qualities = ["draft", "standard", "high"] as const;
export const styles = ["outline", "dashed"] as const;
export const details = ["simple", "standard", "detailed"] as const;
export const lineWeights = ["thin", "medium", "bold"] as const;
export const pageSizes = ["letter", "a4", "square", "original"] as const;
export const orientations = ["auto", "portrait", "landscape"] as const;
export const captions = ["none", "prompt", "name"] as const;
export const pageFormats = ["png", "svg"] as const;
/** Of the words in a book that nobody gave. */
export const bookLanguages = ["en", "de"] as const;
export type BookLanguage = (typeof bookLanguages)[number];
export const usualBookLanguage: BookLanguage = "en";

/** Bounds of the margin, in millimetres on paper. */
export const marginMm = { least: 0, most: 50 } as const;

/** What a page is like of which nothing is asked. */
export const usualColoring = {
  quality: "standard",
  include_pdf: false,
  title: "",
  page_numbers: false,
  style: "outline",
  detail: "standard",
  line_weight: "medium",
  page_size: "letter",
  orientation: "auto",
  margin_mm: 10,
  caption: "none",
  formats: pageFormats,
  enable_debug: true,
} as const;
