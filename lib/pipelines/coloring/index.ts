import type { ColoringOptions } from "@/lib/contracts/coloring";
import type { Pipeline } from "../pipeline";

const engineStages = ["normalize", "outline", "clean", "vectorize", "inspect", "page"] as const;
const ofPictures = ["decode", "draw", ...engineStages];

/** A picture, or what a model draws, becomes a coloring page: clean black lines on white, from one set of vector strokes. */
export const coloring: Pipeline<ColoringOptions> = {
  kind: "coloring",
  itemStages: ["decode", ...engineStages],
  modelStages: {
    claude: ["decode", "draw", "strokes", "mend", "inspect", "page"],
    openai: ofPictures,
    gemini: ofPictures,
  },
  closingStages: ["book"],
  needsClosing: (options) => options.include_pdf,
  work: async () => (await import("./work")).coloringWork,
};
