import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { licenceFaults } from "@/lib/commands/licences";

const lockOf = (packages: Record<string, object>) => JSON.stringify({ packages });

it("finds nothing amiss in what Tracepress is made of", () => {
  expect(licenceFaults(readFileSync("package-lock.json", "utf8"))).toEqual([]);
});

it("names what has no licence, or one that asks for all of our source", () => {
  const packages = {
    "": { license: "MIT" },
    "node_modules/good": { license: "(MIT OR GPL-3.0-or-later)" },
    "node_modules/a/node_modules/both": { license: "MIT AND GPL-3.0-only" },
    "node_modules/silent": {},
    "node_modules/tool": { license: "GPL-3.0-only", dev: true },
  };
  expect(licenceFaults(lockOf(packages))).toEqual(["both: MIT AND GPL-3.0-only", "silent: no licence"]);
});

it("every dependency is pinned to one version", () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  const loose = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version as string),
  );
  expect(loose).toEqual([]);
});
