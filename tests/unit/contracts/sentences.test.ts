import { expect, it } from "vitest";
import { parseJson, parseQuery } from "@/app/_http/body";
import { readConfig } from "@/lib/config";
import { generateRequestSchema } from "@/lib/contracts/coloring";
import { listQuerySchema } from "@/lib/contracts/list";
import { previewRequestSchema } from "@/lib/contracts/preview";

const submitted = (body: unknown) => () => parseJson(JSON.stringify(body), generateRequestSchema(3));
const item = { file: "a" };

it.each([
  [{}, "items: A list is needed here."],
  [{ items: [] }, "items: At least one is needed here."],
  [{ items: "a" }, "items: A list is needed here, not a text."],
  [[], "An object is needed here, not a list."],
  [null, "An object is needed here."],
  [{ items: [{ file: 1 }] }, "items.0.file: A text is needed here, not a number."],
  [{ items: [{ file: "" }] }, "items.0.file: It may not be empty."],
  [{ items: [item, item, item, item] }, "items: At most 3 are taken."],
  [{ items: [{ file: "a", prompt: "x".repeat(2001) }] }, "items.0.prompt: At most 2000 characters are taken."],
  [{ items: [item], options: { detail: "much" } }, "options.detail: It may be simple, standard or detailed."],
  [{ items: [item], options: { margin_mm: 51 } }, "options.margin_mm: It may be 50 at most."],
  [{ items: [item], max_cost: 0 }, "max_cost: It must be more than 0."],
  [{ items: [item], page: 1, pages: 2 }, "There is no field page or pages here."],
  [
    { items: [], model: "x" },
    "items: At least one is needed here. model: It may be lineart, claude, openai or gemini.",
  ],
])("says what is wrong with %j", (body, sentence) => {
  let said = "";
  try {
    submitted(body)();
  } catch (error) {
    said = (error as Error).message;
  }
  expect(said).toContain(sentence);
});

it("names the kinds that there are to one who names none", () => {
  expect(() => parseJson('{"file":"a"}', previewRequestSchema)).toThrow("kind: It may be coloring or deck.");
});

it.each([
  ["limit=many", "limit: A number is needed here."],
  ["limit=1.5", "limit: A whole number is needed here."],
  ["limit=1&limit=2", "limit stands twice in the query. Send it once."],
  ["limit=0", "limit: It may be 1 at least."],
])("says what is wrong with the query %s", (query, sentence) => {
  expect(() => parseQuery(`http://here/?${query}`, listQuerySchema)).toThrow(sentence);
});

it("says what is wrong with a setting", () => {
  expect(() => readConfig({ PORT: "a", TRACEPRESS_URL: "b" })).toThrow("PORT: A number is needed here.");
});
