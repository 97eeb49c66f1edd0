import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { BaseResolver, createConfig, lintDocument, makeDocumentFromString } from "@redocly/openapi-core";
import { expect, it } from "vitest";
import { curlLine, examples } from "@/lib/contracts/openapi/curl";
import { openApiDocument, operations } from "@/lib/contracts/openapi/document";
import { bodies } from "@/lib/contracts/openapi/schemas";

const document = openApiDocument("http://127.0.0.1:3000", "1.0.0", 1000);

/** Methods and paths of every route there is, as the framework finds them. */
function routes(): string[] {
  return readdirSync("app/api", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("route.ts") && !file.startsWith("[...path]"))
    .flatMap((file) => {
      const path = `/api/${file.replace(/\/route\.ts$/, "").replace(/\[(?:\.\.\.)?(\w+)\]/g, "{$1}")}`;
      const source = readFileSync(join("app/api", file), "utf8");
      return [...source.matchAll(/^export const (GET|HEAD|POST|DELETE|PUT|PATCH|OPTIONS)\b/gm)].map(
        ([, verb]) => `${verb} ${path}`,
      );
    })
    .sort();
}

it("describes every route that there is, and no other", () => {
  const described = operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`).sort();
  expect(described).toEqual(routes());
});

it("shows every call with all that it needs: a body that its own schema takes, and nothing that a shell or curl reads otherwise", () => {
  const schemas = bodies(1000);
  for (const operation of operations) {
    const { id, body } = operation;
    const line = curlLine(operation, "http://127.0.0.1:3000");
    expect(line.replace(/-d '[^']*'/, ""), id).not.toMatch(/[{}]/);
    if (!body || !("schema" in body)) continue;
    const example = examples[id];
    if (body.required) expect(example, id).toBeDefined();
    if (example) expect(schemas[body.schema].safeParse(JSON.parse(example)).error, id).toBeUndefined();
  }
});

it("is sound OpenAPI 3.1 to a linter", async () => {
  const config = await createConfig({
    extends: ["recommended"],
    // Streams and health answer nothing but success, and the server that describes itself is this very machine.
    rules: { "operation-4xx-response": "off", "no-server-example.com": "off" },
  });
  const parsed = makeDocumentFromString(JSON.stringify(document), "openapi.json");
  const problems = await lintDocument({ document: parsed, externalRefResolver: new BaseResolver(), config });
  expect(problems.map(({ message, location }) => `${location[0]?.pointer}: ${message}`)).toEqual([]);
});

it("names each schema once and refers to it from where it stands in another", () => {
  const { schemas } = document.components;
  expect(schemas.BatchList).toMatchObject({
    properties: { batches: { items: { $ref: "#/components/schemas/Batch" } } },
  });
  expect(schemas.GenerateRequest).toMatchObject({ properties: { items: { maxItems: 1000 } } });
  expect(JSON.stringify(schemas)).not.toContain(String(Number.MAX_SAFE_INTEGER));
});

it("says that a trace comes as JSON and as a page", () => {
  expect(document.paths["/api/v1/jobs/{id}/trace"].get).toMatchObject({
    responses: {
      200: {
        content: {
          "application/json": { schema: { $ref: "#/components/schemas/Trace" } },
          "text/html": { schema: { type: "string" } },
        },
      },
    },
  });
});
