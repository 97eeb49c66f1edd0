import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { settingsTable } from "@/lib/commands/settings-table";

const readme = readFileSync("README.md", "utf8");

it("README shows every setting as the program reads it", () => {
  expect(readme).toContain(settingsTable());
});

it("README names only commands that exist", () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
  const named = [...readme.matchAll(/npm run ([\w:]+)/g)].map((match) => match[1]);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});
