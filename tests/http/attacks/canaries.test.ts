import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { firstToken, newcomer, Person, password } from "@/tests/support/people";
import { pngHouse } from "@/tests/support/pictures";
import { TestServer } from "@/tests/support/server";

/** Secrets of the operator, each told from any other text. */
const planted = {
  anthropicKey: "canary-anthropic-4f9a1c",
  openaiKey: "canary-openai-77be02",
  geminiKey: "canary-gemini-c03d5e",
  collectorToken: "canary-collector-19ac44",
  driveSecret: "canary-drive-secret-e1b2a7",
  driveToken: "canary-drive-refresh-5d6f80",
};
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><rect width="50" height="40"/></svg>';
const folder = mkdtempSync(join(tmpdir(), "canaries-"));
let site: Server;
let server: TestServer;
/** What strangers and users could have seen, by where. */
const seen = new Map<string, string>();
let secrets: Record<string, string>;

/** A service that refuses everything and repeats what it was sent, headers and body, as careless ones do. */
async function parrot(): Promise<string> {
  site = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const said = `refused: ${request.url} ${JSON.stringify(request.headers)} ${Buffer.concat(chunks).toString().slice(0, 500)}`;
    response.writeHead(401, { "content-type": "application/json" });
    response.end(
      JSON.stringify({
        type: "error",
        error: { type: "authentication_error", message: said },
        error_description: said,
      }),
    );
  });
  await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  const at = await parrot();
  const credentials = join(folder, "drive.json");
  writeFileSync(
    credentials,
    JSON.stringify({
      type: "authorized_user",
      client_id: "tracepress",
      client_secret: planted.driveSecret,
      refresh_token: planted.driveToken,
      token_uri: `${at}/token`,
    }),
  );
  server = await new TestServer({
    TRACEPRESS_AUTH: "accounts",
    LOG_LEVEL: "trace",
    ANTHROPIC_API_KEY: planted.anthropicKey,
    ANTHROPIC_BASE_URL: at,
    OPENAI_API_KEY: planted.openaiKey,
    OPENAI_BASE_URL: at,
    GOOGLE_GENERATIVE_AI_API_KEY: planted.geminiKey,
    GOOGLE_GENERATIVE_AI_BASE_URL: at,
    OTEL_EXPORTER_OTLP_ENDPOINT: at,
    OTEL_EXPORTER_OTLP_HEADERS: `authorization=Bearer ${planted.collectorToken}`,
    TRACEPRESS_DRIVE_CREDENTIALS: credentials,
    TRACEPRESS_DRIVE_URL: at,
  }).start();
  const owner = await newcomer(server, firstToken(server), "owner");
  const program = await owner.program();
  secrets = {
    ...planted,
    password,
    apiKey: program.headers["x-api-key"],
    session: decodeURIComponent(owner.headers.cookie.split("=")[1].split(";")[0]),
    cookieSecret: readFileSync(join(server.data, "secret"), "utf8"),
  };
  await look(owner, program);
}, 240_000);

afterAll(async () => {
  site.close();
  await server.stop();
  rmSync(folder, { recursive: true });
});

async function look(owner: Person, program: Person): Promise<void> {
  const keep = async (where: string, answer: Promise<Response>) => seen.set(where, await (await answer).text());
  await keep(
    "a refused sign-in",
    new Person(server, "", {}).send("POST", "/api/v1/session", {
      email: "owner@example.org",
      password: `${password}!`,
    }),
  );
  await keep("a refused key", new Person(server, "", { "x-api-key": `${secrets.apiKey}x` }).fetch("/api/v1/batch"));
  await keep("the models", owner.fetch("/api/v1/models"));
  const file = await owner.upload("drawing.svg", svg);
  const deck = await owner.send("POST", "/api/v1/batch/jobs", { items: [{ file }], drive_integration_enabled: true });
  const batches = [(await deck.json()).batch_id as string];
  const picture = await program.upload("house.png", new Uint8Array(await pngHouse(64)));
  for (const model of ["claude", "openai", "gemini"]) {
    const made = await program.send("POST", "/api/v1/batch/generate", { items: [{ file: picture }], model });
    const { batch_id } = await made.json();
    if (batch_id) batches.push(batch_id);
  }
  expect(batches.length, "batches by every model").toBe(4);
  for (const id of batches) {
    await keep(`progress of ${id}`, owner.fetch(`/api/v1/batch/${id}/progress`));
    await keep(`status of ${id}`, owner.fetch(`/api/v1/batch/${id}/status`));
    for (const format of ["otlp", "chrome", "html"]) {
      await keep(`trace of ${id} as ${format}`, owner.fetch(`/api/v1/jobs/${id}/trace?format=${format}`));
    }
    await keep(`trace of ${id}`, owner.fetch(`/api/v1/jobs/${id}/trace`));
    await keep(`page of ${id}`, owner.fetch(`/jobs/${id}`));
  }
  for (const path of [
    "/",
    "/settings",
    "/docs",
    "/api/metrics",
    "/api/v1/openapi.json",
    "/api/v1/keys",
    "/api/v1/session",
  ]) {
    await keep(path, owner.fetch(path));
  }
  // The collector is tried a little after a batch, and what it says comes into the log.
  const refused = () => server.output.match(/the collector does not take a trace/g)?.length === batches.length;
  await vi.waitUntil(refused, { timeout: 180_000 });
  seen.set("the log", server.output);
  for (const name of readdirSync(".next/static", { recursive: true, encoding: "utf8" })) {
    if (/\.(js|css|json|map)$/.test(name))
      seen.set(`.next/static/${name}`, readFileSync(join(".next/static", name), "utf8"));
  }
}

it("the canaries were used where they are for", () => {
  expect(seen.size).toBeGreaterThan(40);
  expect(
    [...seen].filter(([where]) => where.startsWith("status")).map(([, text]) => JSON.parse(text).failed),
  ).toContain(1);
  expect(seen.get("the log")).toContain("request_id");
});

it("no secret stands in an answer, a page, a trace, the metrics, the log or what browsers load", () => {
  const found = [...seen].flatMap(([where, text]) =>
    Object.entries(secrets).flatMap(([name, secret]) => (text.includes(secret) ? [`${name} in ${where}`] : [])),
  );
  expect(found).toEqual([]);
});

it("nor the name of a setting that holds one, in what browsers load", () => {
  const loaded = [...seen].filter(([where]) => where.startsWith(".next/static"));
  expect(loaded.filter(([, text]) => text.includes("OTLP_HEADERS")).map(([where]) => where)).toEqual([]);
});
