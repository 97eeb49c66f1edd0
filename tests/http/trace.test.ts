import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import JSZip from "jszip";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { slideTraceSchema } from "@/lib/contracts/deck-trace";
import { type BatchTrace, coloringPageTraceSchema, traceSchema } from "@/lib/contracts/trace";
import { problemOf, TestClient } from "../support/client";
import { TestServer } from "../support/server";

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><circle id="sun" cx="20" cy="20" r="9"/></svg>';
const file = `data:image/svg+xml,${encodeURIComponent(svg)}`;
const callerTrace = "0af7651916cd43dd8448eb211c80319c";
const callerSpan = "b7ad6b7169203331";

/** opentelemetry-proto's TracesData as JSON: ids in hex, 64-bit numbers as text. */
const otlpSchema = z.strictObject({
  resourceSpans: z.array(
    z.object({
      resource: z.object({
        attributes: z.array(z.object({ key: z.string(), value: z.record(z.string(), z.unknown()) })),
      }),
      scopeSpans: z.array(
        z.object({
          scope: z.object({ name: z.string() }),
          spans: z.array(
            z.object({
              traceId: z.string().regex(/^[0-9a-f]{32}$/),
              spanId: z.string().regex(/^[0-9a-f]{16}$/),
              parentSpanId: z
                .string()
                .regex(/^([0-9a-f]{16})?$/)
                .optional(),
              name: z.string().min(1),
              kind: z.number().int().min(0).max(5),
              startTimeUnixNano: z.string().regex(/^\d+$/),
              endTimeUnixNano: z.string().regex(/^\d+$/),
              status: z.object({ code: z.number().int().min(0).max(2) }),
            }),
          ),
        }),
      ),
    }),
  ),
});

/** Of the Chrome trace event format: complete and metadata events. */
const chromeSchema = z.object({
  traceEvents: z.array(
    z.discriminatedUnion("ph", [
      z.object({
        ph: z.literal("X"),
        name: z.string(),
        ts: z.number(),
        dur: z.number().min(0),
        pid: z.number(),
        tid: z.number(),
      }),
      z.object({ ph: z.literal("M"), name: z.literal("thread_name"), pid: z.number(), tid: z.number() }),
    ]),
  ),
});

let collector: Server;
let asked = 0;
const exported: z.infer<typeof otlpSchema>[] = [];
let server: TestServer;
let api: TestClient;
let deckId = "";

beforeAll(async () => {
  collector = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      // The first time it is not well: what was not taken must come again.
      const good = ++asked > 1;
      if (good) exported.push(JSON.parse(Buffer.concat(chunks).toString()));
      response.writeHead(good ? 200 : 503, { "content-type": "application/json" }).end("{}");
    });
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => collector.once("listening", resolve));
  const endpoint = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
  server = await new TestServer({
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    LOG_LEVEL: "silent",
  }).start();
  api = new TestClient(server);
  const body = { items: [{ file }, { file: "data:image/svg+xml,<svg" }], options: { title: "Traced" } };
  const headers = { traceparent: `00-${callerTrace}-${callerSpan}-01` };
  const submitted = await (await api.post("/api/v1/batch/jobs", body, headers)).json();
  deckId = submitted.batch_id;
  await api.finished(deckId);
});

afterAll(async () => {
  await server.stop();
  collector.close();
});

async function traceOf(id: string, query = ""): Promise<BatchTrace> {
  const response = await server.fetch(`/api/v1/jobs/${id}/trace${query}`);
  return traceSchema.parse(await response.json());
}

const childrenOf = (trace: BatchTrace, name: string) => {
  const parents = new Set(trace.spans.filter((span) => span.name === name).map(({ span_id }) => span_id));
  return trace.spans.filter(({ parent_span_id }) => parent_span_id !== null && parents.has(parent_span_id));
};

describe("the trace of a deck", () => {
  it("says what became of every element, of the failed file too, and of the package", async () => {
    const trace = await traceOf(deckId);
    expect(trace).toMatchObject({ job_id: deckId, architecture: "clean_slate", trace_available: true, page_count: 2 });
    const [good, bad] = trace.trace_data.debug_trace.map((page) => slideTraceSchema.parse(page).pipeline_trace);
    expect(good.mapper_results).toMatchObject([{ element_id: "sun", output_format: "native", shape_id: 2 }]);
    expect(good.policy_decisions).toMatchObject([{ element_id: "sun", decision: "native" }]);
    expect(bad.parse_result).toMatchObject({ success: false, error: { code: "invalid_svg" } });
    expect(bad.parse_result.parsing_time_ms).toBeGreaterThan(0);
    expect(trace.trace_data.package_trace).toMatchObject({ slides_count: 1, zip_structure: { slides: 1 } });
    expect(trace.trace_data.upload_trace).toBeNull();
  });

  it("goes on with the caller's trace and holds batch, items, waits, attempts and stages", async () => {
    const trace = await traceOf(deckId);
    expect(trace.trace_id).toBe(callerTrace);
    const batch = trace.spans.find(({ name }) => name === "batch");
    expect(batch?.parent_span_id).toBe(callerSpan);
    expect(childrenOf(trace, "batch").map(({ name }) => name)).toEqual(["item", "item", "closing"]);
    expect(childrenOf(trace, "item").map(({ name }) => name)).toEqual([
      "queue wait",
      "attempt",
      "queue wait",
      "attempt",
    ]);
    const stages = childrenOf(trace, "attempt").filter(({ name }) => !["thread start", "to disk"].includes(name));
    expect(stages.map(({ name }) => name)).toEqual([
      ...["read", "parse", "preprocess", "analyze", "policy", "map", "embed", "store", "preview"],
      ...["read", "parse"],
    ]);
    const failed = trace.spans.filter(({ status }) => status === "error").map(({ name }) => name);
    expect(failed.sort()).toEqual(["attempt", "item", "parse"]);
  });

  it("tells the start of a thread apart from the work that waited for it", async () => {
    const { spans } = await traceOf(deckId);
    const starts = spans.filter(({ name }) => name === "thread start");
    expect(starts.length).toBeGreaterThan(0);
    for (const { parent_span_id, end_unix_nano } of starts) {
      const first = spans.find((span) => span.parent_span_id === parent_span_id && span.name === "read");
      expect(BigInt(end_unix_nano ?? 0)).toBeLessThanOrEqual(BigInt(first?.start_unix_nano ?? 0));
    }
  });

  it("tells the wait for the disk apart from the work of the thread, which is free by then", async () => {
    const trace = await traceOf(deckId);
    const waits = trace.spans.filter(({ name }) => name === "to disk");
    expect(waits.length).toBeGreaterThan(0);
    for (const { parent_span_id, start_unix_nano } of waits) {
      const last = trace.spans.findLast((span) => span.parent_span_id === parent_span_id && span.name !== "to disk");
      expect(BigInt(last?.end_unix_nano ?? 0)).toBeLessThanOrEqual(BigInt(start_unix_nano));
    }
  });

  it("opens in Jaeger and in Perfetto", async () => {
    const otlp = otlpSchema.parse(await (await server.fetch(`/api/v1/jobs/${deckId}/trace?format=otlp`)).json());
    const spans = otlp.resourceSpans[0].scopeSpans[0].spans;
    const plain = await traceOf(deckId);
    expect(spans.map(({ spanId }) => spanId)).toEqual(plain.spans.map(({ span_id }) => span_id));
    expect(new Set(spans.map(({ traceId }) => traceId))).toEqual(new Set([callerTrace]));
    const chrome = chromeSchema.parse(await (await server.fetch(`/api/v1/jobs/${deckId}/trace?format=chrome`)).json());
    expect(chrome.traceEvents.filter(({ ph }) => ph === "X")).toHaveLength(spans.length);
  });

  it("comes in parts", async () => {
    const part = await traceOf(deckId, "?items_from=1&items=1");
    expect(part.trace_data.debug_trace.map(({ page_number }) => page_number)).toEqual([2]);
    expect(part.spans.filter(({ name }) => name === "item").map(({ attributes }) => attributes["item.index"])).toEqual([
      1,
    ]);
  });

  it("gives its spans, its pages or their figures alone", async () => {
    const whole = await traceOf(deckId);
    const spans = await traceOf(deckId, "?parts=spans");
    expect(spans.spans).toEqual(whole.spans);
    expect(spans.trace_data).toMatchObject({ debug_trace: [], deck_summary: null });
    const outline = await traceOf(deckId, "?parts=outline");
    const stages = new Set(childrenOf(whole, "attempt").map(({ span_id }) => span_id));
    expect(outline.spans).toEqual(whole.spans.filter(({ span_id }) => !stages.has(span_id)));
    const pages = await traceOf(deckId, "?parts=pages&items_from=1&items=1");
    expect(pages.spans).toEqual([]);
    expect(pages.trace_data.debug_trace).toEqual(whole.trace_data.debug_trace.slice(1));
    const summary = await traceOf(deckId, "?parts=summary");
    expect(summary.trace_data.debug_trace).toEqual([]);
    expect(summary.trace_data.deck_summary).toMatchObject({ slides: 1, failed_slides: 1, native_elements: 1 });
    expect(summary.trace_data.deck_summary).toEqual(whole.trace_data.deck_summary);
  });

  it("weighs every part of the deck, and every stage over the whole batch", async () => {
    const { trace_data } = await traceOf(deckId, "?parts=summary");
    const deck = await server.fetch(`/api/v1/batch/${deckId}/artifacts/deck.pptx`);
    const zip = await JSZip.loadAsync(await deck.arrayBuffer());
    const names = Object.values(zip.files).filter(({ dir }) => !dir);
    expect(trace_data.package_parts?.count).toBe(names.length);
    expect(trace_data.package_parts?.package_bytes).toBe(Number(deck.headers.get("content-length")));
    const slide = trace_data.package_parts?.parts.find(({ name }) => name === "ppt/slides/slide1.xml");
    expect(slide?.bytes).toBe((await zip.file("ppt/slides/slide1.xml")?.async("uint8array"))?.length);
    const whole = await traceOf(deckId);
    expect(whole.trace_data.package_parts).toEqual(trace_data.package_parts);
    expect(whole.trace_data.stage_figures).toEqual(trace_data.stage_figures);
    const parse = trace_data.stage_figures.find(({ name }) => name === "parse");
    const spans = whole.spans.filter(({ name }) => name === "parse");
    expect(parse).toMatchObject({ count: spans.length, errors: 1 });
    expect(trace_data.stage_figures.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
  });

  it("comes as one HTML file that needs nothing else and runs nothing", async () => {
    const response = await server.fetch(`/api/v1/jobs/${deckId}/trace?format=html`);
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(response.headers.get("content-security-policy")).toContain("sandbox; default-src 'none'");
    const text = await response.text();
    expect(text).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
    expect(text).toContain("ppt/slides/slide1.xml");
    expect(text).toContain("All 2 pages.");
    expect(text.match(/src="data:image\/svg\+xml;base64,/g)).toHaveLength(2);
    expect(text).not.toMatch(/<script|<link|\s(?:src|href)="(?!data:)|url\(|@import/i);
  });

  it("has the source and the drawing of each slide, which do nothing but lie there", async () => {
    const picture = (name: string) => server.fetch(`/api/v1/batch/${deckId}/artifacts/pages/${name}`);
    const source = await picture("1/source");
    expect(await source.text()).toBe(svg);
    const slide = await picture("1/slide");
    expect(await slide.text()).toContain('data-shape="2"');
    for (const { headers } of [source, slide]) {
      expect(headers.get("content-type")).toBe("image/svg+xml");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("content-security-policy")).toContain("sandbox; default-src 'none'");
    }
    for (const none of ["2/slide", "3/source", "0/source"]) {
      expect(await problemOf(await picture(none))).toMatchObject({ status: 404, code: "not_found" });
    }
  });

  it("is sent to a collector, again where that did not take it, under the ids it has here", async () => {
    const known = new Set((await traceOf(deckId)).spans.map(({ span_id }) => span_id));
    const sent = () =>
      exported
        .flatMap((one) => otlpSchema.parse(one).resourceSpans.flatMap((r) => r.scopeSpans.flatMap((s) => s.spans)))
        .map(({ spanId }) => spanId);
    await expect.poll(() => new Set(sent())).toEqual(known);
    expect(asked).toBeGreaterThan(1);
  });
});

describe("the trace of a coloring batch", () => {
  it("has every stage of a page with what it took in and decided", async () => {
    const { batch_id } = await api.generate({ items: [{ file, prompt: "simple" }] });
    await api.finished(batch_id);
    const trace = await traceOf(batch_id);
    const page = coloringPageTraceSchema.parse(trace.trace_data.debug_trace[0]);
    expect(Object.keys(page.pipeline_trace)).toEqual(
      expect.arrayContaining(["decode", "normalize", "outline", "clean", "vectorize", "inspect", "page"]),
    );
    expect(Object.keys(page.pipeline_trace.decode.attributes).length).toBeGreaterThan(0);
    expect(trace.trace_data.package_trace).toBeNull();
  });

  it("shows the page's stages as small pictures, in the report too, or keeps none where that was asked for", async () => {
    const item = { file, prompt: "simple" };
    const { batch_id } = await api.generate({ items: [item] });
    await api.finished(batch_id);
    const stagesOf = async (id: string) =>
      coloringPageTraceSchema.parse((await traceOf(id)).trace_data.debug_trace[0]).pipeline_trace;
    const kept = Object.entries(await stagesOf(batch_id)).flatMap(([stage, { proof_url }]) =>
      proof_url === null ? [] : [{ stage, proof_url }],
    );
    expect(kept.map(({ stage }) => stage)).toEqual(["decode", "normalize", "outline", "clean"]);
    for (const { proof_url } of kept) {
      const picture = await server.fetch(proof_url);
      expect(picture.headers.get("content-type")).toBe("image/jpeg");
      const { width = 0, height = 0 } = await sharp(await picture.arrayBuffer()).metadata();
      expect(Math.max(width, height)).toBe(400);
    }
    const report = await (await server.fetch(`/api/v1/jobs/${batch_id}/trace?format=html`)).text();
    expect(report.match(/src="data:image\/jpeg;base64,/g)).toHaveLength(4);

    const without = await api.generate({ items: [item], options: { enable_debug: false } });
    await api.finished(without.batch_id);
    const stages = Object.values(await stagesOf(without.batch_id));
    expect(stages.map(({ proof_url }) => proof_url)).toEqual(stages.map(() => null));
    const none = await server.fetch(`/api/v1/batch/${without.batch_id}/artifacts/pages/1/proofs/clean`);
    expect(await problemOf(none)).toMatchObject({ status: 404, code: "not_found" });
  });

  it("keeps pictures of how far a page came that was refused, and new ones when it is run again", async () => {
    const fog = await sharp({ create: { width: 300, height: 200, channels: 3, background: "#789" } })
      .png()
      .toBuffer();
    const { batch_id } = await api.submitPictures([["fog.png", fog]]);
    for (const again of [false, true]) {
      if (again) await api.post(`/api/v1/batch/${batch_id}/retry`, {});
      const { status, items } = await api.finished(batch_id);
      expect([status, items?.[0].error?.code]).toEqual(["failed", "page_rejected"]);
      const page = coloringPageTraceSchema.parse((await traceOf(batch_id)).trace_data.debug_trace[0]);
      const kept = Object.entries(page.pipeline_trace).filter(([, { proof_url }]) => proof_url !== null);
      expect(kept.map(([stage]) => stage)).toEqual(["decode", "normalize", "outline", "clean"]);
      for (const [, { proof_url }] of kept) expect((await server.fetch(String(proof_url))).status).toBe(200);
    }
  });
});

it("answers 404 for a batch that is not there and 400 for a format there is not", async () => {
  expect(await problemOf(await server.fetch("/api/v1/jobs/batch_none/trace"))).toMatchObject({ status: 404 });
  const problem = await problemOf(await server.fetch(`/api/v1/jobs/${deckId}/trace?format=svg`));
  expect(problem).toMatchObject({ status: 400, code: "invalid_filter" });
});
