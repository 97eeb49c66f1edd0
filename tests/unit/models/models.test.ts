import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { readConfig } from "@/lib/config";
import { listModels, modelFor } from "@/lib/models/registry";
import { usualSvg } from "../../support/models/anthropic";
import { ModelServer } from "../../support/models/server";
import type { ModelRoute, ModelTrouble } from "../../support/models/trouble";
import { ask, askedFor, housePicture } from "./asking";

const server = new ModelServer();
beforeAll(() => server.start());
beforeEach(() => server.reset());
afterAll(() => server.stop());

const asked = [
  ["claude", "claude"],
  ["openai", "openai.generate"],
  ["gemini", "gemini"],
] as const;

describe("a model draws", () => {
  it("Claude answers a prompt with an SVG, and tells tokens and price", async () => {
    const { answer, spent } = await ask(server, "claude", askedFor());
    expect(answer?.page).toEqual({ type: "vector", svg: usualSvg });
    expect(answer?.facts).toEqual({ id: "msg_stand_in", modelId: "claude-stand-in-1", finishReason: "stop" });
    expect(spent).toEqual([
      {
        model_id: "claude-sonnet-5-5",
        calls: 1,
        input_tokens: 1200,
        output_tokens: 800,
        pictures: 0,
        cost: 0.0156,
        unmetered_calls: 0,
      },
    ]);
    expect(server.requests[0]).toMatchObject({ route: "claude", key: "sk-stand-in", hasPicture: false });
  });

  it("Claude is sent the picture, and is asked for its shape", async () => {
    await ask(server, "claude", askedFor({ picture: await housePicture() }));
    expect(server.requests[0].hasPicture).toBe(true);
    expect(server.requests[0].body).toContain("0 0 480 320");
  });

  it.each(["openai", "gemini"] as const)("%s answers a prompt with a picture, and tells its price", async (name) => {
    const { answer, spent } = await ask(server, name, askedFor());
    expect(answer?.page.type === "picture" && answer.page.bytes.length).toBeGreaterThan(1000);
    expect(spent[0]).toMatchObject({ pictures: 1, cost: name === "openai" ? 0.04 : 0.039 });
    expect(server.requests[0].hasPicture).toBe(false);
  });

  it.each([
    ["openai", "openai.edit"],
    ["gemini", "gemini"],
  ] as const)("%s is sent the picture", async (name, route) => {
    await ask(server, name, askedFor({ picture: await housePicture() }));
    expect(server.requests[0]).toMatchObject({ route, hasPicture: true });
  });

  it("calls a cost unknown while no price is set", async () => {
    const { spent } = await ask(server, "openai", askedFor(), { TRACEPRESS_OPENAI_PICTURE_PRICE: "" });
    expect(spent[0]).toMatchObject({ cost: null, pictures: 1, output_tokens: 4160 });
  });

  it("takes prices for tokens where none is set for a picture", async () => {
    const { spent } = await ask(server, "openai", askedFor(), {
      TRACEPRESS_OPENAI_PICTURE_PRICE: "",
      TRACEPRESS_OPENAI_INPUT_PRICE: "10",
      TRACEPRESS_OPENAI_OUTPUT_PRICE: "40",
    });
    expect(spent[0].cost).toBeCloseTo((60 * 10 + 4160 * 40) / 1e6, 9);
  });
});

describe("a model that fails is named by the catalogue", () => {
  const cases: [string, ModelTrouble, string, number | undefined][] = [
    ["401", { status: 401 }, "model_auth", undefined],
    ["429 with Retry-After", { status: 429, headers: { "retry-after": "7" } }, "model_busy", 7],
    ["429 without credit", { status: 429, word: "insufficient_quota" }, "model_quota", undefined],
    ["529", { status: 529 }, "model_busy", undefined],
    ["500", { status: 500 }, "model_failed", undefined],
    ["a request it does not take", { status: 400 }, "model_request", undefined],
    ["a model it does not have", { status: 404 }, "model_request", undefined],
    ["a connection that breaks in the middle", { breaks: true }, "model_failed", undefined],
    ["a refusal", { refusal: true }, "model_refused", undefined],
    ["an answer that does not end", { bytes: 40_000_000 }, "model_answer", undefined],
  ];
  for (const [name, route] of asked) {
    it.each(cases)(`${name}: %s`, async (_, trouble, code, retryAfter) => {
      server.next(route, trouble);
      const { error, answer } = await ask(server, name, askedFor());
      expect(answer).toBeUndefined();
      expect(error).toMatchObject({ code, retryAfter });
      expect((error as Error).message).not.toContain("sk-stand-in");
    });
  }

  it.each([
    ["claude", "claude", { stalls: true }],
    ["claude", "claude", { silent: true }],
    ["openai", "openai.generate", { stalls: true }],
    ["gemini", "gemini", { silent: true }],
  ] as ["claude" | "openai" | "gemini", ModelRoute, ModelTrouble][])(
    "%s: time runs out (%s %o)",
    async (name, route, trouble) => {
      server.next(route, trouble);
      const { error, spent } = await ask(server, name, askedFor(), { TRACEPRESS_MODEL_SECONDS: "0.4" });
      expect(error).toMatchObject({ code: "timeout", retryable: true });
      expect(spent).toEqual([]);
    },
  );

  it.each(asked)("%s: stops when it is told to", async (name, route) => {
    server.next(route, { silent: true });
    const abort = new AbortController();
    const asking = ask(server, name, askedFor(), {}, abort.signal);
    await expect.poll(() => server.requests.length).toBe(1);
    abort.abort();
    expect((await asking).error).toMatchObject({ code: "aborted" });
  });

  it.each(["overloaded_error", "api_error"])("Claude: %s in the middle of the stream", async (word) => {
    server.next("claude", { errorInStream: word });
    const { error } = await ask(server, "claude", askedFor());
    expect(error).toMatchObject({ code: word === "api_error" ? "model_failed" : "model_busy" });
  });

  it("Claude: a drawing that was cut off names the setting, and was paid for", async () => {
    server.next("claude", { cutOff: true });
    const { error, spent } = await ask(server, "claude", askedFor());
    expect(error).toMatchObject({
      code: "model_answer",
      message: expect.stringContaining("TRACEPRESS_CLAUDE_MAX_TOKENS"),
    });
    expect(spent).toHaveLength(1);
  });

  it.each(asked.slice(1))("%s: an answer in another form", async (name, route) => {
    server.next(route, { status: 200 });
    expect((await ask(server, name, askedFor())).error).toMatchObject({ code: "model_answer" });
  });

  it.each(asked.slice(1))("%s: an answer without a picture", async (name, route) => {
    server.next(route, { empty: true });
    expect((await ask(server, name, askedFor())).error).toMatchObject({ code: "model_answer" });
  });
});

describe("a key", () => {
  it("may come from a file, whose last line break is none of it", () => {
    const folder = mkdtempSync(join(tmpdir(), "keys-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const path = join(folder, "key");
    writeFileSync(path, "sk-from-file\n");
    expect(readConfig({ OPENAI_API_KEY_FILE: path }).models.openai.key).toBe("sk-from-file");
    expect(readConfig({ OPENAI_API_KEY_FILE: path, OPENAI_API_KEY: "sk-own" }).models.openai.key).toBe("sk-own");
    expect(() => readConfig({ OPENAI_API_KEY_FILE: join(folder, "none") })).toThrow(/OPENAI_API_KEY_FILE/);
  });

  it("goes to no other place than the one that was set", async () => {
    server.next("openai.generate", { status: 307, headers: { location: `${server.origin}/v1/images/generations` } });
    const { error } = await ask(server, "openai", askedFor());
    expect(error).toMatchObject({ code: "model_failed" });
    expect(server.requests).toHaveLength(1);
  });
});

describe("the list of models", () => {
  it("tells what each takes and which settings it lacks, and no key", () => {
    const { models } = listModels(readConfig({ OPENAI_API_KEY: "sk-secret" }).models, "lineart");
    expect(models.map(({ name, ready, lacks }) => [name, ready, lacks])).toEqual([
      ["lineart", true, []],
      ["claude", false, ["ANTHROPIC_API_KEY"]],
      ["openai", true, []],
      ["gemini", false, ["GOOGLE_GENERATIVE_AI_API_KEY"]],
    ]);
    expect(models.map(({ needs_picture }) => needs_picture)).toEqual([true, false, false, false]);
    expect(JSON.stringify(models)).not.toContain("sk-secret");
  });

  it("knows what a drawing of Claude's costs at most, or that it does not", () => {
    const priced = modelFor("claude", readConfig(server.settings()).models);
    expect(priced.mostCost(askedFor())).toBeGreaterThan(0.06);
    expect(priced.mostCost(askedFor())).toBeLessThan(0.07);
    expect(modelFor("claude", readConfig({}).models).mostCost(askedFor())).toBeNull();
  });
});
