import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readConfig } from "@/lib/config";
import type { RemoteModelName, Usage } from "@/lib/contracts/models";
import { modelFor } from "@/lib/models/registry";
import type { ModelOrder } from "@/lib/pipelines/pipeline";
import { itemModel, type ModelDesk } from "@/lib/worker/item-model";
import { usualSvg } from "../../support/models/anthropic";
import { ModelServer } from "../../support/models/server";
import { shapes } from "./press";
import { pressBy } from "./press-by-model";

const server = new ModelServer();
let photo: Buffer;
beforeAll(async () => {
  await server.start();
  photo = await shapes(480, 360).jpeg().toBuffer();
});
beforeEach(() => server.reset());
afterAll(() => server.stop());

const spent: { usage: Usage; mostUnmetered: number }[] = [];
const desk: ModelDesk = {
  turn: () => Promise.resolve(),
  spent: (usage, mostUnmetered) => spent.push({ usage, mostUnmetered }),
  over: () => undefined,
};
beforeEach(() => spent.splice(0));

const askedFor = (name: RemoteModelName, order: Partial<ModelOrder> = {}, settings: Record<string, string> = {}) => {
  const model = modelFor(name, readConfig(server.settings(settings)).models);
  return itemModel({ name, onFailure: "fail", last: false, ...order }, model, desk);
};

const prompted = { options: { formats: ["svg", "png"] as ("svg" | "png")[] }, prompt: "a cat" };

describe("whoever draws it, a page prints alike", () => {
  it.each(["claude", "openai", "gemini"] as const)("%s draws one from a prompt alone", async (name) => {
    const { drawn, svg, png, attributes } = await pressBy(askedFor(name), null, prompted);
    expect(drawn).toEqual({ by: name, instead_of: null });
    expect(svg).toContain('stroke="#000"');
    expect(svg.match(/fill="(?!none|#fff)/)).toBeNull();
    const { width, height } = await sharp(png).metadata();
    expect([width, height].sort()).toEqual([2550, 3300]);
    const { channels, dominant } = await sharp(png).stats();
    expect(channels[0].min).toBeLessThan(40);
    expect(dominant.r).toBeGreaterThan(230);
    expect(attributes.inspect["page.complaints"]).toEqual([]);
  });

  it.each(["claude", "openai", "gemini"] as const)("%s is sent the picture's pixels, not its file", async (name) => {
    const tagged = await sharp(photo)
      .withExif({ IFD0: { Artist: "Secret Somebody" } })
      .jpeg()
      .toBuffer();
    const { stages } = await pressBy(askedFor(name), tagged, prompted);
    expect(server.requests[0].hasPicture).toBe(true);
    expect(server.requests[0].body).not.toContain("Secret Somebody");
    expect(stages.slice(0, 2)).toEqual(["decode", "draw"]);
  });

  it("the call is told by OpenTelemetry's names for generative models", async () => {
    const { attributes } = await pressBy(askedFor("claude"), photo, prompted);
    expect(attributes.draw).toMatchObject({
      "gen_ai.operation.name": "chat",
      "gen_ai.provider.name": "anthropic",
      "gen_ai.request.model": "claude-sonnet-5-5",
      "gen_ai.request.max_tokens": 4000,
      "gen_ai.response.model": "claude-stand-in-1",
      "gen_ai.response.id": "msg_stand_in",
      "gen_ai.response.finish_reasons": ["stop"],
      "gen_ai.usage.input_tokens": 1200,
      "gen_ai.usage.output_tokens": 800,
      "model.cost_usd": 0.0156,
      "server.address": "127.0.0.1",
    });
    expect(JSON.stringify(attributes)).not.toContain("sk-stand-in");
  });
});

describe("a drawing is mended, or refused with the reason", () => {
  const hatching = Array.from({ length: 900 }, (_, i) => `M${10 + (i % 30) * 16} ${10 + Math.floor(i / 30) * 12}l5 3`);
  const withHatching = usualSvg.replace("</g>", `<path d="${hatching.join("")}"/></g>`);

  it("hatching goes, the drawing stays", async () => {
    server.next("claude", { svg: withHatching });
    const { attributes } = await pressBy(askedFor("claude"), null, prompted);
    expect(attributes.mend["strokes.dust_dropped"]).toBeGreaterThanOrEqual(900);
    expect(attributes.inspect["page.complaints"]).toEqual([]);
  });

  it("of lines beyond all measure the longest stay", async () => {
    const rain = Array.from({ length: 9000 }, (_, i) => `M${(i % 90) * 5} ${Math.floor(i / 90) * 4}l2 3`).join("");
    server.next("claude", { svg: usualSvg.replace("</g>", `<path d="${rain}"/></g>`) });
    const { attributes } = await pressBy(askedFor("claude"), null, prompted);
    expect(attributes.mend["strokes.count"]).toBeLessThanOrEqual(4000);
    expect(attributes.inspect["page.complaints"]).toEqual([]);
  });

  it("a page that nobody could color is refused", async () => {
    const grid = Array.from({ length: 200 }, (_, i) => `M0 ${i * 2}H500M${i * 2.5} 0V400`).join("");
    server.next("claude", { svg: usualSvg.replace("</g>", `<path d="${grid}"/></g>`) });
    await expect(pressBy(askedFor("claude"), null, prompted)).rejects.toMatchObject({ code: "page_rejected" });
  });

  it.each(["no SVG at all", "<svg viewBox='0 0 9 9'><g></svg>"])("an answer that is none: %s", async (svg) => {
    server.next("claude", { svg });
    const asking = pressBy(askedFor("claude"), null, prompted);
    await expect(asking).rejects.toMatchObject({ code: "model_answer", retryable: true, stage: "strokes" });
  });

  it("a picture that cannot be read", async () => {
    server.next("openai.generate", { picture: Buffer.from("no picture") });
    const asking = pressBy(askedFor("openai"), null, prompted);
    await expect(asking).rejects.toMatchObject({ code: "model_answer", stage: "draw" });
  });
});

describe("when a model fails", () => {
  const orLineart = { onFailure: "lineart", last: true } as const;

  it("its error is the item's", async () => {
    server.next("claude", { refusal: true });
    await expect(pressBy(askedFor("claude"), photo, prompted)).rejects.toMatchObject({ code: "model_refused" });
    expect(spent).toHaveLength(1);
  });

  it("the built-in engine draws instead where that was asked for, and the page says so", async () => {
    server.next("claude", { refusal: true });
    const { drawn, svg } = await pressBy(askedFor("claude", { onFailure: "lineart" }), photo, prompted);
    expect(drawn).toMatchObject({ by: "lineart", instead_of: { model: "claude", code: "model_refused" } });
    expect(svg).toContain("<path");
  });

  it("a fault that may pass is tried again before anybody else draws", async () => {
    server.next("claude", { status: 529 }, 2);
    const first = pressBy(askedFor("claude", { ...orLineart, last: false }), photo, prompted);
    await expect(first).rejects.toMatchObject({ code: "model_busy" });
    expect((await pressBy(askedFor("claude", orLineart), photo, prompted)).drawn?.instead_of?.code).toBe("model_busy");
  });

  it("nobody can stand in for it without a picture", async () => {
    server.next("claude", { status: 401 });
    const asking = pressBy(askedFor("claude", orLineart), null, prompted);
    await expect(asking).rejects.toMatchObject({ code: "model_auth" });
  });

  it.each([
    ["broke off in the middle", { breaks: true }, 1],
    ["was turned away", { status: 500 }, 0],
  ] as const)("a call that %s counts as what it may have cost, or not", async (_, trouble, counted) => {
    server.next("claude", trouble);
    await expect(pressBy(askedFor("claude"), null, prompted)).rejects.toMatchObject({ code: "model_failed" });
    expect(spent).toHaveLength(counted);
    for (const { usage, mostUnmetered } of spent) {
      expect(usage).toMatchObject({ calls: 1, unmetered_calls: 1, cost: 0 });
      expect(mostUnmetered).toBeGreaterThan(0.06);
    }
  });
});
