import type { ColoringOptions } from "@/lib/contracts/coloring";

type Settings = Partial<Pick<ColoringOptions, "detail" | "line_weight" | "style" | "orientation">>;

/**
 * Every word the built-in model understands in a prompt, and what it sets. Whole words, any case; the words of a
 * phrase stand next to each other. Later words win over earlier ones that set the same thing.
 */
export const vocabulary: readonly { words: readonly string[]; sets: Settings }[] = [
  { words: ["simple", "easy", "toddler", "toddlers", "preschool", "basic", "minimal"], sets: { detail: "simple" } },
  { words: ["detailed", "intricate", "complex", "adult", "adults", "elaborate"], sets: { detail: "detailed" } },
  { words: ["bold", "thick", "chunky", "bold lines", "thick lines"], sets: { line_weight: "bold" } },
  { words: ["thin", "fine", "delicate", "thin lines", "fine lines"], sets: { line_weight: "thin" } },
  { words: ["dashed", "dotted", "tracing", "traceable", "worksheet", "dashed lines"], sets: { style: "dashed" } },
  { words: ["landscape format", "landscape page"], sets: { orientation: "landscape" } },
  { words: ["portrait format", "portrait page"], sets: { orientation: "portrait" } },
];

const settingsByPhrase = new Map(vocabulary.flatMap(({ words, sets }) => words.map((word) => [word, sets] as const)));

export interface Directions {
  options: ColoringOptions;
  /** Words and phrases that were obeyed, in the prompt's order. */
  used: string[];
  /** How many other words there were; they changed nothing. */
  ignored: number;
}

/** Reads a prompt as directions; what it says wins over the batch's options. */
export function readDirections(prompt: string, options: ColoringOptions): Directions {
  const words = prompt.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const used: string[] = [];
  let settings: Settings = {};
  let ignored = 0;
  for (let at = 0; at < words.length; at++) {
    const pair = `${words[at]} ${words[at + 1]}`;
    const phrase = settingsByPhrase.has(pair) ? pair : words[at];
    const found = settingsByPhrase.get(phrase);
    if (!found) {
      ignored++;
      continue;
    }
    settings = { ...settings, ...found };
    used.push(phrase);
    if (phrase === pair) at++;
  }
  return { options: { ...options, ...settings }, used, ignored };
}
