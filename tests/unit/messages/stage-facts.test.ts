import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { trace } from "@/app/_data/messages/en/trace";
import { press } from "../coloring/press";

const named = (attributes: Iterable<string>): string[] =>
  [...new Set(attributes)].filter((name) => !Object.hasOwn(trace.facts, name));

it("every fact that a stage of a coloring page notes has words on the trace's page", () => {
  const folder = "lib/pipelines/coloring";
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && file !== "book.ts", // is no page's
  );
  const noted = files.flatMap((file) =>
    [...readFileSync(`${folder}/${file}`, "utf8").matchAll(/\bspan\.set\(\s*"([^"]+)"/g)].map((found) => found[1]),
  );
  expect(noted.length).toBeGreaterThan(40);
  expect(named(noted)).toEqual([]);
});

it.each(["cat.jpg", "robot.png", "house.svg"])("so has every fact of %s", async (name) => {
  const { attributes } = await press(readFileSync(`public/samples/${name}`), { name });
  expect(named(Object.values(attributes).flatMap((ofStage) => Object.keys(ofStage)))).toEqual([]);
  expect(attributes.vectorize["strokes.dust_dropped"]).toBeGreaterThanOrEqual(0);
});
