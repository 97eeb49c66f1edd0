import { expect, it } from "vitest";
import { formatsIn } from "@/app/_data/formats";
import { languageFrom } from "@/app/_data/messages/languages";

it.each([
  [null, "en"],
  ["", "en"],
  ["*", "en"],
  ["de", "de"],
  ["de-AT,de;q=0.9,en;q=0.8", "de"],
  ["en-US,en;q=0.9,de;q=0.8", "en"],
  ["fr-CH, fr;q=0.9, de;q=0.7, en;q=0.8", "en"],
  ["fr, DE ; q=0.5", "de"],
  ["en;q=0.2,de;q=0.20", "en"],
  ["de;q=0,en;q=0.1", "en"],
  ["de;q=nonsense,en;q=0.1", "en"],
  ["nl,fr", "en"],
])("a browser that sends Accept-Language %j is answered in %s", (accepted, language) => {
  expect(languageFrom(undefined, accepted)).toBe(language);
});

it("what the reader chose goes before what the browser likes, unless there is no such language", () => {
  expect(languageFrom("de", "en-US")).toBe("de");
  expect(languageFrom("en", "de")).toBe("en");
  expect(languageFrom("tlh", "de")).toBe("de");
  expect(languageFrom("constructor", null)).toBe("en");
});

it("numbers, sizes and times are written as the language writes them", () => {
  const [en, de] = [formatsIn("en"), formatsIn("de")];
  expect([en.size(4_200), de.size(4_200)]).toEqual(["4.2 kB", "4,2 kB"]);
  expect([en.duration(4_210), de.duration(4_210)]).toEqual(["4.2 s", "4,2 s"]);
  expect([en.preciseDuration(0.042), de.preciseDuration(0.042)]).toEqual(["0.04 ms", "0,04 ms"]);
  expect([en.number(1_204.5), de.number(1_204.5)]).toEqual(["1,204.5", "1.204,5"]);
  expect([en.roughly(200), de.roughly(200)]).toEqual(["3 min", "3 min"]);
  const day = "2025-11-21T13:05:00";
  expect([en.moment(day), de.moment(day)]).toEqual(["Nov 21, 13:05", "21. Nov., 13:05"]);
});
