import { expect, test } from "vitest";
import { z } from "zod";
import { parseJson } from "@/app/_http/body";

const anything = z.unknown();
/** As a JSON submission holds a picture of 50 MB: the largest that is taken by default. */
const largeFile = `data:image/png;base64,${"A".repeat(67_000_000)}`;

test("a body may hold a file as large as files may be", () => {
  expect(parseJson(JSON.stringify({ file: largeFile }), z.object({ file: z.string() })).file).toHaveLength(
    largeFile.length,
  );
});

test("a body may hold a long text full of escaped signs", () => {
  const text = '\\"'.repeat(3_000_000);
  expect(parseJson(JSON.stringify({ text }), z.object({ text: z.string() })).text === text).toBe(true);
});

test.each([
  ["brackets", "[".repeat(33) + "]".repeat(33)],
  ["brackets behind a string that ends in backslashes", `["\\\\\\\\", ${"[".repeat(32)}${"]".repeat(32)}]`],
  ["braces", '{"a":'.repeat(33) + 1 + "}".repeat(33)],
])("what is nested more than 32 levels deep by its %s is refused", (_, text) => {
  expect(() => parseJson(text, anything)).toThrow("The JSON is nested more than 32 levels deep.");
});

test.each([
  ["32 levels", "[".repeat(32) + "]".repeat(32)],
  ["brackets in a string", JSON.stringify({ "[[": `${"[".repeat(40)}\\"${"{".repeat(40)}` })],
])("%s are taken", (_, text) => {
  expect(parseJson(text, anything)).toEqual(JSON.parse(text));
});

test.each(['{"a', '"\\', "[[", '{"a":"b\\"'])("a body that ends too early, as %s, is refused as no JSON", (text) => {
  expect(() => parseJson(text, anything)).toThrow("The request is not valid JSON.");
});
