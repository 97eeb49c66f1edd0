import { readdirSync } from "node:fs";
import { relative } from "node:path";
import { expect, it } from "vitest";

const files = readdirSync("app/api", { recursive: true, encoding: "utf8", withFileTypes: true })
  .filter(({ name }) => /^route\.tsx?$/.test(name))
  .map((entry) => relative("app/api", `${entry.parentPath}/${entry.name}`));
const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
/** What a stranger may ask: whether the server lives, what its API is, and the ways in. */
const open = [
  "GET [...path]/route.ts",
  "POST [...path]/route.ts",
  "PUT [...path]/route.ts",
  "PATCH [...path]/route.ts",
  "DELETE [...path]/route.ts",
  "GET health/live/route.ts",
  "GET health/ready/route.ts",
  "GET v1/openapi.json/route.ts",
  "POST v1/session/route.ts",
  "POST v1/members/route.ts",
  "POST v1/password/route.ts",
];
/** Path parameters that name something of a user's, and who looks whose it is: the wrapper itself for a batch, which a page is one of. */
const parameters = ["[id]", "[page]", "[...name]", "[...path]", "[member]", "[key]", "[upload]", "[file]"];

const modules = import.meta.glob<Record<string, unknown>>("../../../app/api/**/route.ts");

it("every route of the API says what it needs, through the one wrapper", async () => {
  expect(files.length).toBeGreaterThan(15);
  for (const file of files) {
    const routes = await modules[`../../../app/api/${file}`]();
    const handlers = methods.filter((method) => method in routes);
    expect(handlers, file).not.toEqual([]);
    for (const method of handlers) {
      const { needs } = routes[method] as { needs?: string };
      expect(needs, `${method} ${file} says what it needs`).toBeTypeOf("string");
      if (open.includes(`${method} ${file}`)) continue;
      expect(needs, `${method} ${file} is for those who are known`).not.toBe("public");
      if (needs === "read") expect(method, `${file} changes nothing`).toMatch(/GET|HEAD/);
    }
  }
});

it("every batch in a path is called id, which the wrapper looks at", () => {
  for (const file of files) {
    const named = file.split("/").filter((part) => part.startsWith("["));
    expect(
      named.filter((part) => !parameters.includes(part)),
      file,
    ).toEqual([]);
    if (/^v1\/(batch|jobs)\/\[/.test(file)) expect(named[0], file).toBe("[id]");
  }
});

it("nothing outside app/api answers requests by itself", () => {
  const elsewhere = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((path) =>
    /(^|\/)route\.\w+$/.test(path),
  );
  expect(elsewhere.filter((path) => !/^(api|_http)\//.test(path))).toEqual([]);
});
