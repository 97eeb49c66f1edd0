import { expect, it } from "vitest";
import type { Language } from "@/app/_data/messages/languages";
import { paperOf } from "@/app/_data/paper";

it.each<[Language, string | null, "letter" | "a4"]>([
  ["en", "en-US,en;q=0.9", "letter"],
  ["en", "en-CA", "letter"],
  ["en", "es-MX,es;q=0.9", "letter"],
  ["en", "en", "letter"],
  ["en", null, "letter"],
  ["en", "*", "letter"],
  ["en", "en-GB,en;q=0.9", "a4"],
  ["en", "en-AU", "a4"],
  ["en", "fr,en;q=0.4", "a4"],
  ["en", "de-DE,de;q=0.9", "a4"],
  ["de", "de", "a4"],
  ["de", "en-US", "a4"],
  ["de", null, "a4"],
])("to a reader of %s whose browser sends %j, %s paper is the usual one", (language, accepted, paper) => {
  expect(paperOf(language, accepted)).toBe(paper);
});
