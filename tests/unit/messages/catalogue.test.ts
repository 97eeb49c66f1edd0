import { describe, expect, it } from "vitest";
import { messagesIn, type Section, sections } from "@/app/_data/messages/catalogue";
import { type Language, languages } from "@/app/_data/messages/languages";
import { batchKinds } from "@/lib/contracts/terms/status";
import { pipelineFor } from "@/lib/pipelines/registry";

const others = (Object.keys(languages) as Language[]).filter((language) => language !== "en");

type Leaf = string | ((...values: never[]) => unknown);

/** Every sentence of a section by its path: "job.kinds.deck.items". */
function sentencesOf(value: unknown, path: string): [string, Leaf][] {
  if (typeof value === "string" || typeof value === "function") return [[path, value as Leaf]];
  return Object.entries(value as object).flatMap(([key, within]) => sentencesOf(within, `${path}.${key}`));
}

const sentencesIn = async (language: Language, section: Section) =>
  new Map(sentencesOf(await messagesIn(language, section), section));

describe.each(batchKinds)("the stages of a batch of %s", (kind) => {
  const { itemStages, closingStages, modelStages = {} } = pipelineFor(kind);
  const names = [
    ...new Set(["fetch", ...itemStages, ...Object.values<readonly string[]>(modelStages).flat(), ...closingStages]),
  ];

  it.each(names)("%s has a person's word in every language", async (stage) => {
    for (const language of Object.keys(languages) as Language[]) {
      const stages: Record<string, string> = (await messagesIn(language, "states")).stages;
      expect(stages[stage]).toMatch(/^\p{Lu}/u);
    }
  });
});

/** A function by what it says: its own text. */
const said = (leaf: Leaf | undefined): string => String(leaf);

/** What is the same in German: names, signs, technical words, and what only puts together what it is given. */
const sameInGerman = [
  "app.app.keyNames.Escape",
  "app.app.name",
  "deckTab.addresses.placeholder",
  "coloringTab.blockedRefused",
  "delivery.title",
  "docs.title",
  "job.noNews.all",
  "app.app.models.claude",
  "app.app.models.openai",
  "app.app.models.gemini",
  "trace.download.json",
  "trace.download.otlp",
  "trace.pages.named",
  "trace.compare.median",
  "trace.compare.option",
  "trace.compare.missing",
  "deckOptions.slide_size.letter",
  "timeline.gestures.3.keys.0",
  "timeline.gestures.3.keys.1",
  "viewer.percent",
];

describe.each(others)("the catalogue in %s", (language) => {
  it.each(sections)("says all that English says of %s, with the same values given", async (section) => {
    const [english, other] = await Promise.all([sentencesIn("en", section), sentencesIn(language, section)]);
    expect([...other.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [path, sentence] of english) {
      const translated = other.get(path);
      expect(typeof translated, path).toBe(typeof sentence);
      if (typeof sentence === "function") expect((translated as typeof sentence).length, path).toBe(sentence.length);
    }
  });
});

it("no sentence is left in English in the German catalogue", async () => {
  const same = await Promise.all(
    sections.map(async (section) => {
      const [english, german] = await Promise.all([sentencesIn("en", section), sentencesIn("de", section)]);
      return [...english].filter(([path, sentence]) => said(sentence) === said(german.get(path))).map(([path]) => path);
    }),
  );
  expect(same.flat().sort()).toEqual([...sameInGerman].sort());
});
