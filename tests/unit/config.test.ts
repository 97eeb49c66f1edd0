import { expect, it } from "vitest";
import { readConfig } from "@/lib/config";

it("has a default for everything", () => {
  expect(readConfig({})).toMatchObject({ port: 3000, host: "127.0.0.1", maxItems: 1000, maxFileBytes: 50_000_000 });
});

it("takes an empty value for none", () => {
  expect(readConfig({ PORT: "" }).port).toBe(3000);
});

it("names every setting that is wrong", () => {
  const environment = { PORT: "many", TRACEPRESS_SLOTS: "0", TRACEPRESS_MODEL: "crayon" };
  expect(() => readConfig(environment)).toThrow(/PORT:.*\n.*TRACEPRESS_SLOTS:.*\n.*TRACEPRESS_MODEL:/);
});
