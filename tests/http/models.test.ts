import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { againSchema } from "@/lib/contracts/again";
import { modelListSchema } from "@/lib/contracts/models";
import { traceSchema } from "@/lib/contracts/trace";
import { problemOf, TestClient } from "../support/client";
import { Gate } from "../support/gate";
import { ModelServer } from "../support/models/server";
import { jpegHouse } from "../support/pictures";
import { TestServer } from "../support/server";
import { readZip } from "../support/zip";

const companies = new ModelServer();
let server: TestServer;
let client: TestClient;
let picture: string;

beforeAll(async () => {
  await companies.start();
  const settings = companies.settings({ GOOGLE_GENERATIVE_AI_API_KEY: "", TRACEPRESS_OPENAI_PICTURE_PRICE: "" });
  server = await new TestServer({ ...settings, TRACEPRESS_SLOTS: "3", TRACEPRESS_CLAUDE_AT_ONCE: "2" }).start();
  client = new TestClient(server);
  picture = (await client.upload("house.jpg", await jpegHouse(320))).file_id;
});
beforeEach(() => companies.reset());
afterAll(async () => {
  await server.stop();
  companies.stop();
});

const draft = { quality: "draft", formats: ["svg"] as "svg"[] } as const;
const prompts = (...words: string[]) => words.map((prompt) => ({ prompt }));

/** Submits a batch that Claude draws and follows it to its end. */
async function drawn(items: { file?: string; prompt?: string }[], more: object = {}) {
  const { batch_id } = await client.generate({ items, model: "claude", options: draft, ...more });
  return client.finished(batch_id);
}

it("tells what there is, what each takes, and which settings are missing", async () => {
  const list = modelListSchema.parse(await (await server.fetch("/api/v1/models")).json());
  expect(list.default).toBe("lineart");
  expect(list.models.map(({ name, ready, lacks }) => [name, ready, lacks])).toEqual([
    ["lineart", true, []],
    ["claude", true, []],
    ["openai", true, []],
    ["gemini", false, ["GOOGLE_GENERATIVE_AI_API_KEY"]],
  ]);
  expect(JSON.stringify(list)).not.toContain("sk-stand-in");
});

describe("a batch is refused", () => {
  it.each([
    [
      "for a model that is not set up, naming the setting",
      { model: "gemini", items: prompts("a cat") },
      "model_unavailable",
      "GOOGLE_GENERATIVE_AI_API_KEY",
    ],
    [
      "when lineart is to draw a prompt alone, naming the item",
      { items: [{ file: "data:,x", prompt: "" }, { prompt: "a cat" }] },
      "invalid_request",
      "Item 2 has no picture",
    ],
    [
      "when there is nothing to draw, naming the item",
      { model: "claude", items: [{ prompt: "a cat" }, { prompt: " " }] },
      "invalid_request",
      "Item 2 has neither",
    ],
    [
      "for a limit that cannot be kept, naming the setting",
      { model: "openai", items: prompts("a cat"), max_cost: 1 },
      "invalid_request",
      "TRACEPRESS_OPENAI_PICTURE_PRICE",
    ],
    [
      "for a limit of nothing",
      { model: "claude", items: prompts("a cat"), max_cost: 0 },
      "invalid_request",
      "max_cost",
    ],
  ])("%s", async (_, body, code, words) => {
    const problem = await problemOf(await client.post("/api/v1/batch/generate", body));
    expect(problem).toMatchObject({ status: 422, code });
    expect(problem.detail).toContain(words);
    expect(companies.requests).toEqual([]);
  });
});

describe("a model draws", () => {
  it("pages from prompts and pictures, and status, manifest and trace tell by whom and for how much", async () => {
    const batch = await drawn([{ prompt: "a dragon that reads" }, { file: picture, prompt: "a house" }]);
    expect(batch).toMatchObject({ status: "completed", processed: 2, model: "claude", max_cost: null, cost: 0.0312 });
    expect(batch.items?.map(({ name, drawn, usage }) => [name, drawn?.by, usage?.cost])).toEqual([
      ["a dragon that reads", "claude", 0.0156],
      ["house.jpg", "claude", 0.0156],
    ]);
    const zip = await readZip(await client.download(batch.batch_id));
    const manifest = JSON.parse(String(zip.get("manifest.json")));
    expect(manifest).toMatchObject({ model: "claude", cost: 0.0312 });
    expect(manifest.items[0]).toMatchObject({
      drawn: { by: "claude", instead_of: null },
      usage: { calls: 1, input_tokens: 1200, output_tokens: 800 },
    });
    const { spans, workflow } = traceSchema.parse(JSON.parse(String(await client.trace(batch.batch_id))));
    expect(workflow).toContain("draw → strokes → mend");
    const calls = spans.filter(({ name }) => name === "draw");
    expect(calls).toHaveLength(2);
    expect(calls[0].attributes).toMatchObject({
      "gen_ai.provider.name": "anthropic",
      "gen_ai.usage.output_tokens": 800,
    });
  });

  it("with a picture, whose cost is told as unknown while no price is set", async () => {
    const { batch_id } = await client.generate({ items: prompts("a cat"), model: "openai", options: draft });
    const batch = await client.finished(batch_id);
    expect(batch).toMatchObject({ status: "completed", cost: null });
    expect(batch.items?.[0].usage).toMatchObject({ pictures: 1, cost: null, output_tokens: 4160 });
  });

  it("a batch that can be laid out again as it was: its prompts alone, its files, its model and its bound", async () => {
    const bound = { on_model_failure: "lineart", max_cost: 1.5 };
    const { batch_id } = await drawn([{ prompt: "a dragon that reads" }, { file: picture, prompt: "a house" }], bound);
    const answer = await client.post(`/api/v1/batch/${batch_id}/again`, {});
    const again = againSchema.parse(await answer.json());
    expect(again).toMatchObject({ kind: "coloring", model: "claude", ...bound });
    expect(again.items).toMatchObject([
      { prompt: "a dragon that reads", upload: null, url: null, problem: null },
      { prompt: "a house", upload: { name: "house.jpg" }, url: null, problem: null },
    ]);
  });

  it("nobody's page leaves the machine while the built-in engine draws", async () => {
    const { batch_id } = await client.generate({ items: [{ file: picture, prompt: "a house" }], options: draft });
    const batch = await client.finished(batch_id);
    expect(batch).toMatchObject({ status: "completed", model: "lineart", cost: 0 });
    expect(batch.items?.[0]).toMatchObject({ drawn: { by: "lineart", instead_of: null }, usage: null });
    expect(companies.requests).toEqual([]);
  });

  it("no more calls at once than are allowed, whatever the threads", async () => {
    const gates = Array.from({ length: 5 }, () => new Gate());
    for (const { passed } of gates) companies.next("claude", { held: passed });
    const items = prompts("one", "two", "three", "four", "five");
    const { batch_id } = await client.generate({ items, model: "claude", options: draft });
    for (const [answered, gate] of gates.entries()) {
      await expect.poll(() => companies.requests.length).toBe(Math.min(answered + 2, gates.length));
      gate.open();
    }
    expect((await client.finished(batch_id)).processed).toBe(5);
    expect(Math.max(...companies.requests.map(({ atOnce }) => atOnce))).toBe(2);
  });
});

describe("a model fails", () => {
  it("in passing: it is asked again, not before it said, and every answer is paid for", async () => {
    companies.next("claude", { status: 429, headers: { "retry-after": "2" } });
    companies.next("claude", { svg: "no drawing" });
    const batch = await drawn(prompts("a cat"));
    expect(batch.items?.[0]).toMatchObject({ status: "completed", attempts: 3, usage: { calls: 2, cost: 0.0312 } });
    const [first, second] = companies.requests;
    expect(second.at - first.at).toBeGreaterThanOrEqual(2000);
  });

  it("for good: the item says why, and the others go on", async () => {
    companies.next("claude", { refusal: true });
    const batch = await drawn([{ prompt: "something" }, { prompt: "a cat" }]);
    expect(batch).toMatchObject({ status: "completed", processed: 1, failed: 1 });
    const failed = batch.items?.find(({ status }) => status === "failed");
    expect(failed).toMatchObject({ error: { code: "model_refused", stage: "draw" }, usage: { calls: 1 }, attempts: 1 });
  });

  it("and the built-in engine draws instead where that was asked for, never silently", async () => {
    companies.next("claude", { status: 401 });
    const batch = await drawn([{ file: picture }], { on_model_failure: "lineart" });
    expect(batch).toMatchObject({ status: "completed", on_model_failure: "lineart" });
    expect(batch.items?.[0].drawn).toMatchObject({
      by: "lineart",
      instead_of: { model: "claude", code: "model_auth" },
    });
    const manifest = JSON.parse(String((await readZip(await client.download(batch.batch_id))).get("manifest.json")));
    expect(manifest.items[0].drawn.instead_of.code).toBe("model_auth");
    const told = (await client.events(batch.batch_id, 0)).map(({ data }) => data).join("\n");
    expect(told).toContain("drawn by the built-in engine instead");
  });
});

describe("what a batch may cost", () => {
  it("is never gone over", async () => {
    // A drawing may cost $0.066 at most, by the tokens it may have, and costs $0.0156.
    const batch = await drawn(prompts("one", "two", "three", "four", "five"), { max_cost: 0.09 });
    expect(batch).toMatchObject({ status: "completed", max_cost: 0.09, processed: 2, failed: 3, cost: 0.0312 });
    expect(companies.requests).toHaveLength(2);
    const refused = batch.items?.find(({ status }) => status === "failed");
    expect(refused?.error).toMatchObject({ code: "cost_limit", message: expect.stringContaining("$0.0588 are left") });
  });

  it("counts a call that broke off as what it may have cost", async () => {
    companies.next("claude", { breaks: true });
    const batch = await drawn(prompts("one"), { max_cost: 0.09 });
    expect(batch.items?.[0].error).toMatchObject({ code: "cost_limit" });
    expect(batch.unmetered_cost).toBeGreaterThan(0.06);
    expect(batch.cost).toBe(0);
  });
});

it("a call is broken off within a second when its batch is cancelled", async () => {
  companies.next("claude", { silent: true });
  const { batch_id } = await client.generate({ items: prompts("a cat"), model: "claude", options: draft });
  await expect.poll(() => companies.requests.length).toBe(1);
  await client.post(`/api/v1/batch/${batch_id}/cancel`, {});
  expect(await client.status(batch_id)).toMatchObject({ status: "cancelled", cancelled: 1 });
  expect((await drawn(prompts("another"))).processed).toBe(1);
});
