import { expect, test } from "vitest";
import { readDirections } from "@/lib/pipelines/coloring/directions";
import { optionsWith } from "./press";

test("words of the vocabulary win over the options", () => {
  const { options, used, ignored } = readDirections(
    "A SIMPLE cat with thick lines, please",
    optionsWith({ detail: "detailed" }),
  );
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
  expect(readDirections("simplest boldness finesse", optionsWith()).used).toEqual([]);
});

test("of two words for one thing the later wins", () => {
  expect(readDirections("intricate, no, toddler", optionsWith()).options.detail).toBe("simple");
});

test("tracing makes a dashed page", () => {
  expect(readDirections("tracing worksheet", optionsWith()).options.style).toBe("dashed");
});
