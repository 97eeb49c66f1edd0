import type { ColoringOptions } from "@/lib/contracts/coloring";

type Settings = Pick<ColoringOptions, "detail" | "line_weight" | "style" | "orientation">;

/** One thing that a prompt can ask for. */
export interface Direction {
  sets: Partial<Settings>;
  /** English and German words and phrases that ask for it; an ending in `*` stands for any German ending. */
  words: readonly string[];
  /** For people: what happens. */
  means: string;
}

/**
 * Every word the built-in model understands in a prompt. Whole words count, in any case; the words of a phrase stand
 * next to each other. What a prompt asks for wins over the batch's options, and later words over earlier ones. A
 * negated word ("not too detailed", "ohne dicke Linien") takes that setting back to the ordinary one and never sets
 * anything else. Words that more often name what is in the picture ("adult", "dotted", "landscape") count only in
 * phrases that speak of the page.
 */
export const vocabulary: readonly Direction[] = [
  {
    sets: { detail: "simple" },
    means: "few, large regions",
    words: [
      "simple",
      "simplified",
      "easy",
      "basic",
      "minimal",
      "toddler",
      "toddlers",
      "preschool",
      "preschooler",
      "preschoolers",
      "kindergarten",
      "large shapes",
      "big shapes",
      "few details",
      "einfach*",
      "schlicht*",
      "leicht zu malen",
      "kleinkind*",
      "kindergartenkind*",
      "wenig details",
      "wenige details",
    ],
  },
  {
    sets: { detail: "detailed" },
    means: "many, small regions",
    words: [
      "detailed",
      "intricate",
      "elaborate",
      "complex",
      "many details",
      "lots of detail",
      "lots of details",
      "more detail",
      "more details",
      "for adults",
      "for grown ups",
      "detailliert*",
      "detailreich*",
      "aufwendig*",
      "aufwändig*",
      "viele details",
      "mehr details",
      "für erwachsene",
    ],
  },
  {
    sets: { line_weight: "bold" },
    means: "lines of 3 points",
    words: [
      "bold",
      "bold lines",
      "thick",
      "thick lines",
      "thicker lines",
      "chunky",
      "chunky lines",
      "heavy lines",
      "dick*",
      "dicke linien",
      "fette linien",
      "kräftige linien",
    ],
  },
  {
    sets: { line_weight: "thin" },
    means: "lines of 1 point",
    words: [
      "thin",
      "thin lines",
      "thinner lines",
      "fine",
      "fine lines",
      "delicate lines",
      "dünn*",
      "dünne linien",
      "feine linien",
    ],
  },
  {
    sets: { style: "dashed" },
    means: "a tracing worksheet in dashes",
    words: [
      "dashed",
      "dashed line",
      "dashed lines",
      "dotted line",
      "dotted lines",
      "tracing",
      "tracing page",
      "tracing worksheet",
      "traceable",
      "worksheet",
      "gestrichelt*",
      "gestrichelte linien",
      "gepunktete linien",
      "nachspuren",
      "nachzeichnen",
      "zum nachfahren",
    ],
  },
  {
    sets: { orientation: "landscape" },
    means: "the sheet lies on its side",
    words: ["landscape format", "landscape page", "landscape orientation", "querformat"],
  },
  {
    sets: { orientation: "portrait" },
    means: "the sheet stands upright",
    words: ["portrait format", "portrait page", "portrait orientation", "hochformat"],
  },
];

/** Words that turn the next direction round, and those that may stand between: "not too detailed". */
const negations = new Set(
  "not no never without non less isn doesn don nicht kein keine keinen ohne nie weniger".split(" "),
);
const fillers = new Set("t a be so too very overly that any much zu so sehr allzu ganz".split(" "));

/** What a setting goes back to. */
const ordinary: Settings = { detail: "standard", line_weight: "medium", style: "outline", orientation: "auto" };

const germanEndings = ["", "e", "en", "er", "es", "em", "s"];
const longestPhrase = 3;

const directionOf = new Map(
  vocabulary.flatMap((direction) =>
    direction.words.flatMap((word) => {
      const forms = word.endsWith("*") ? germanEndings.map((ending) => word.slice(0, -1) + ending) : [word];
      return forms.map((form) => [form, direction.sets] as const);
    }),
  ),
);

export interface Directions {
  options: ColoringOptions;
  /** Words and phrases that were obeyed, in the prompt's order; negated ones begin with "not ". */
  used: string[];
  /** How many other words there were; they changed nothing. */
  ignored: number;
}

/** Reads a prompt as directions; what it says wins over the batch's options. */
export function readDirections(prompt: string, options: ColoringOptions): Directions {
  // Sentences apart, so that no phrase and no negation reaches over a full stop or comma.
  const words =
    prompt
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+|[.,;:!?\n]/gu) ?? [];
  const used: string[] = [];
  let result = options;
  let ignored = 0;
  for (let at = 0; at < words.length; at++) {
    const phrase = phraseAt(words, at);
    if (!phrase) {
      if (/[\p{L}\p{N}]/u.test(words[at])) ignored++;
      continue;
    }
    const { sets, length, text } = phrase;
    const negation = negationBefore(words, at);
    result = { ...result, ...(negation ? withdrawn(sets, result) : sets) };
    used.push(negation ? `not ${text}` : text);
    // The words of a negation were heard after all.
    ignored -= negation;
    at += length - 1;
  }
  return { options: result, used, ignored };
}

/** The longest phrase of the vocabulary that begins here. */
function phraseAt(words: readonly string[], at: number) {
  for (let length = Math.min(longestPhrase, words.length - at); length > 0; length--) {
    const text = words.slice(at, at + length).join(" ");
    const sets = directionOf.get(text);
    if (sets) return { sets, length, text };
  }
  return null;
}

/** How many words before a direction negate it; none if 0. */
function negationBefore(words: readonly string[], at: number): number {
  for (let back = 1; back <= 3 && back <= at; back++) {
    const word = words[at - back];
    if (negations.has(word)) return back;
    if (!fillers.has(word)) return 0;
  }
  return 0;
}

/** What a negated direction changes: the setting it names, if it is in force, gives way to the ordinary one. */
function withdrawn(sets: Partial<Settings>, options: ColoringOptions): Partial<Settings> {
  const names = Object.keys(sets) as (keyof Settings)[];
  return Object.fromEntries(
    names.filter((name) => options[name] === sets[name]).map((name) => [name, ordinary[name]]),
  ) as Partial<Settings>;
}
