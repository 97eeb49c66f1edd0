import { count, number, pictures } from "./counting";
import { refusal } from "./refusal";

/** Where some have no picture, what is counted are the pages to come. */
const picturesOrPages = (n: number, prompts: number): string => (prompts > 0 ? count(n, "page", "pages") : pictures(n));

/** What the Batch tab says of coloring pages. */
export const coloringTab = {
  lead: "Each photo or drawing becomes a page to print and color.",
  optionsTitle: "How the pages should look",
  preview: {
    title: (name: string) => `How ${name} will look`,
    source: "The picture",
    result: "The page",
    sourceAlt: (name: string) => `${name} as it was chosen`,
    resultAlt: (name: string) => `Coloring page of ${name} with these options`,
  },
  drop: "Drop pictures here",
  dropOr: "or paste them from the clipboard. JPEG, PNG, WebP, AVIF, GIF, TIFF, HEIC and SVG.",
  pick: "Pick photos, or take new ones",
  pickFrom: "From your photos, your files or the camera. JPEG, PNG, WebP, AVIF, GIF, TIFF, HEIC and SVG.",
  choose: "Choose pictures",
  chooseMore: "Add pictures",
  list: "Pictures for this batch",
  counted: picturesOrPages,
  help: "Words such as simple, detailed, bold, fine or dashed in a prompt steer the drawing. The book has this order.",
  misplaced: (n: number) =>
    `${n === 1 ? "One of these is an SVG" : `${number(n)} of these are SVGs`}: slides could be made of them.`,
  removed: (n: number) => `${pictures(n)} removed`,
  blockedEmpty: "Add at least one picture first.",
  /** @param name of the first of them. */
  blockedRefused: (n: number, retryable: number, name: string) => refusal(n === 1 ? name : pictures(n), n, retryable),
  allReady: (n: number, prompts: number) => `${picturesOrPages(n, prompts)} ready.`,
};
