import { optionMessages } from "@/app/_data/messages/options";
import { type ChosenOptions, lastingOptions, readOptions, usualOptions } from "./chosen-options";
import { type PresetShelf, savedPresets } from "./presets";

const t = optionMessages.presets;

export const coloringPresets: PresetShelf<ChosenOptions> = {
  usual: [
    { name: t.usual, options: usualOptions },
    { name: t.small, options: { ...usualOptions, detail: "simple", line_weight: "bold" } },
    { name: t.patient, options: { ...usualOptions, detail: "detailed", line_weight: "thin", quality: "high" } },
    { name: t.tracing, options: { ...usualOptions, style: "dashed", detail: "simple" } },
    { name: t.book, options: { ...usualOptions, include_pdf: true, page_numbers: true, formats: ["png"] } },
  ],
  saved: savedPresets("tracepress.coloring.presets", readOptions),
  lasting: lastingOptions,
};
