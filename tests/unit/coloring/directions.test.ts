import { describe, expect, test } from "vitest";
import { readDirections, vocabulary } from "@/lib/pipelines/coloring/directions";
import { optionsWith } from "./press";

const read = (prompt: string, options: Parameters<typeof optionsWith>[0] = {}) =>
  readDirections(prompt, optionsWith(options));

test("words of the vocabulary win over the options", () => {
  const { options, used, ignored } = read("A SIMPLE cat with thick lines, please", { detail: "detailed" });
  expect(options).toMatchObject({ detail: "simple", line_weight: "bold" });
  expect(used).toEqual(["simple", "thick lines"]);
  expect(ignored).toBe(4);
});

test("what it does not know changes nothing and is counted", () => {
  const plain = optionsWith();
  expect(readDirections("ein süßer Hund 🐶", plain)).toEqual({ options: plain, used: [], ignored: 3 });
  expect(readDirections("", plain)).toEqual({ options: plain, used: [], ignored: 0 });
});

test("only whole words count", () => {
  expect(read("simplest boldness finesse Einfachheit thickets").used).toEqual([]);
});

test("of two words for one thing the later wins", () => {
  expect(read("intricate, no, toddler").options.detail).toBe("simple");
  expect(read("simple lines in a detailed picture").options.detail).toBe("detailed");
});

test("tracing makes a dashed page", () => {
  expect(read("tracing worksheet").options.style).toBe("dashed");
});

test("what names the picture is no direction", () => {
  expect(read("an adult elephant in a dotted dress, landscape with a portrait").used).toEqual([]);
});

describe("a negated word takes its setting back to the ordinary one", () => {
  for (const [prompt, before, after] of [
    ["not too detailed", { detail: "detailed" }, { detail: "standard" }],
    ["not too detailed", { detail: "simple" }, { detail: "simple" }],
    ["please no thick lines", { line_weight: "bold" }, { line_weight: "medium" }],
    ["it shouldn't be dashed, don't make it so very simple", { detail: "simple" }, { detail: "simple" }],
    ["nicht allzu detailliert", { detail: "detailed" }, { detail: "standard" }],
    ["ohne dicke Linien", { line_weight: "bold" }, { line_weight: "medium" }],
    ["less detailed, but bold", { detail: "detailed" }, { detail: "standard", line_weight: "bold" }],
    ["no cat, detailed", {}, { detail: "detailed" }],
    ["detailed, not simple", {}, { detail: "detailed" }],
  ] as const) {
    test(`${JSON.stringify(before)}: ${prompt}`, () => {
      expect(read(prompt, before).options).toMatchObject(after);
    });
  }

  test("and is told as such", () => {
    expect(read("not too detailed please")).toMatchObject({ used: ["not detailed"], ignored: 1 });
  });
});

describe("German", () => {
  for (const [prompt, wanted] of [
    ["ein einfaches Bild für Kleinkinder", { detail: "simple" }],
    ["Katze, detailreich, mit dünnen Linien", { detail: "detailed", line_weight: "thin" }],
    ["gestrichelt, zum Nachspuren", { style: "dashed" }],
    ["dicke Linien im Querformat", { line_weight: "bold", orientation: "landscape" }],
    ["für Erwachsene", { detail: "detailed" }],
  ] as const) {
    test(prompt, () => expect(read(prompt).options).toMatchObject(wanted));
  }
});

test("every word of the table does what its row says", () => {
  const before = optionsWith({ detail: "standard", line_weight: "medium" });
  for (const { words, sets } of vocabulary) {
    for (const word of words) {
      expect(readDirections(word.replace("*", "e"), before).options, word).toEqual({ ...before, ...sets });
    }
  }
});
