import type { Messages } from "@/app/_data/messages/catalogue";
import { type ChosenOptions, lastingOptions, readOptions } from "./chosen-options";
import { type Preset, type PresetShelf, savedPresets } from "./presets";

/** The presets that come with the product, by their names in a language. */
const usual = (t: Messages<"options">["presets"], usualOptions: ChosenOptions): readonly Preset<ChosenOptions>[] => [
  { name: t.usual, options: usualOptions },
  { name: t.small, options: { ...usualOptions, detail: "simple", line_weight: "bold" } },
  { name: t.patient, options: { ...usualOptions, detail: "detailed", line_weight: "thin", quality: "high" } },
  { name: t.tracing, options: { ...usualOptions, style: "dashed", detail: "simple" } },
  { name: t.book, options: { ...usualOptions, include_pdf: true, page_numbers: true, formats: ["png"] } },
];

const kept = {
  saved: savedPresets("tracepress.coloring.presets", readOptions),
  lasting: lastingOptions,
};

export const coloringPresets = (
  t: Messages<"options">["presets"],
  usualOptions: ChosenOptions,
): PresetShelf<ChosenOptions> => ({
  ...kept,
  usual: usual(t, usualOptions),
});
