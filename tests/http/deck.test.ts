import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import JSZip from "jszip";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DeckRequestInput } from "@/lib/contracts/deck";
import { traceSchema } from "@/lib/contracts/trace";
import { problemOf, TestClient } from "../support/client";
import { canValidate, faultsOf } from "../support/deck";
import { pngHouse } from "../support/pictures";
import { TestServer } from "../support/server";

const svg = (inside: string, size = "160 90") =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size}">${inside}</svg>`;
const circle = svg('<circle id="sun" cx="80" cy="45" r="30" fill="gold"/>');
const square = svg('<rect id="box" width="90" height="90" fill="teal"/>', "90 90");
const broken = "<svg xmlns='http://www.w3.org/2000/svg'>\n<rect></svg>";
const dataUrl = (text: string) => `data:image/svg+xml,${encodeURIComponent(text)}`;

let files: Server;
let filesHost = "";
let flakyAsked = 0;
let server: TestServer;
let api: TestClient;

beforeAll(async () => {
  files = createServer((request, response) => {
    if (request.url === "/flaky.svg" && ++flakyAsked === 1) {
      response.writeHead(503, { "retry-after": "1" }).end();
    } else if (request.url === "/gone.svg") response.writeHead(404).end();
    else response.writeHead(200, { "content-type": "text/plain" }).end(request.url === "/square.svg" ? square : circle);
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => files.once("listening", resolve));
  filesHost = `127.0.0.1:${(files.address() as AddressInfo).port}`;
  server = await new TestServer({ TRACEPRESS_ALLOW_HOSTS: filesHost }).start();
  api = new TestClient(server);
});

afterAll(async () => {
  await server.stop();
  files.close();
});

async function finished(request: DeckRequestInput) {
  const { batch_id } = await api.deck(request);
  return api.finished(batch_id);
}

async function deckOf(batchId: string): Promise<JSZip> {
  const zip = await JSZip.loadAsync(await api.download(batchId));
  return JSZip.loadAsync((await zip.file("deck.pptx")?.async("nodebuffer")) ?? Buffer.alloc(0));
}

const slide = (deck: JSZip, number: number) => deck.file(`ppt/slides/slide${number}.xml`)?.async("string");

describe("a deck batch", () => {
  it("puts URLs, uploads and data: URLs on slides in the order submitted, with previews and a manifest", async () => {
    const upload = await api.upload("box.svg", Buffer.from(square));
    const status = await finished({
      urls: [`http://${filesHost}/sun.svg`],
      items: [{ file: upload.file_id }, { file: dataUrl(circle) }],
      options: { title: "Shapes" },
    });
    expect(status).toMatchObject({ kind: "deck", status: "completed", processed: 3, failed: 0, progress_percent: 100 });
    expect(status.items?.map(({ name }) => name)).toEqual(["sun.svg", "box.svg", "slide-3"]);
    const deck = await deckOf(status.batch_id);
    expect(await slide(deck, 1)).toContain('name="sun"');
    expect(await slide(deck, 2)).toContain('name="box"');
    expect(await slide(deck, 3)).toContain('name="sun"');
    expect(await deck.file("docProps/core.xml")?.async("string")).toContain("<dc:title>Shapes</dc:title>");
    const zip = await JSZip.loadAsync(await api.download(status.batch_id));
    expect(Object.keys(zip.files).sort()).toEqual([
      "deck.pptx",
      "manifest.json",
      "previews/001-sun.png",
      "previews/002-box.png",
      "previews/003-slide-3.png",
    ]);
  });

  it("shows a slide in all its colours, however small the preview", async () => {
    const stops = '<stop stop-color="red"/><stop offset="1" stop-color="blue"/>';
    const rainbow = svg(`<linearGradient id="g">${stops}</linearGradient><path fill="url(#g)" d="M0 0h160v90H0z"/>`);
    const status = await finished({ items: [{ file: dataUrl(rainbow) }] });
    const url = status.items?.[0].artifacts.find(({ name }) => name.startsWith("previews/"))?.url;
    const small = Buffer.from(await (await server.fetch(`${url}?width=200`)).arrayBuffer());
    const { data, info } = await sharp(small).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    expect(info.width).toBe(200);
    const colours = new Set(Array.from({ length: data.length / 3 }, (_, i) => data.readUIntBE(3 * i, 3)));
    expect(colours.size).toBeGreaterThan(64);
  });

  it("leaves out what cannot be read and says where it is broken", async () => {
    const status = await finished({ items: [{ file: dataUrl(broken) }, { file: dataUrl(circle) }] });
    expect(status).toMatchObject({ status: "completed", processed: 1, failed: 1 });
    expect(status.items?.[0]).toMatchObject({
      status: "failed",
      attempts: 1,
      error: { code: "invalid_svg", stage: "parse" },
    });
    expect(status.items?.[0].error?.message).toMatch(/line 2/);
    const deck = await deckOf(status.batch_id);
    expect(await slide(deck, 1)).toContain('name="sun"');
    expect(await slide(deck, 2)).toBeUndefined();
  });

  it("fetches again what a server could not give at first, and not what is gone or private", async () => {
    const status = await finished({
      urls: [`http://${filesHost}/flaky.svg`, `http://${filesHost}/gone.svg`, "http://127.0.0.1:1/private.svg"],
      generate_previews: false,
    });
    expect(status.items?.map((item) => [item.status, item.attempts, item.error?.code ?? null])).toEqual([
      ["completed", 2, null],
      ["failed", 1, "remote_refused"],
      ["failed", 1, "remote_refused"],
    ]);
    expect(status.items?.[2].error?.message).toContain("TRACEPRESS_ALLOW_HOSTS");
    expect(status.items?.[1].error?.stage).toBe("fetch");
    const { spans } = traceSchema.parse(await (await server.fetch(status.links.trace)).json());
    const item = spans.find(({ attributes }) => attributes["item.index"] === 0);
    const attempts = spans.filter(({ parent_span_id, name }) => parent_span_id === item?.span_id && name === "attempt");
    expect(attempts.map(({ status, attributes }) => [status, attributes.attempt, attributes["error.code"]])).toEqual([
      ["error", 1, "remote_unavailable"],
      ["ok", 2, undefined],
    ]);
  });

  it("says of pictures of pixels and documents that they are no SVGs, and makes the deck of the others", async () => {
    const png = `data:image/png;base64,${(await pngHouse()).toString("base64")}`;
    const pdf = `data:application/pdf,${encodeURIComponent("%PDF-1.7")}`;
    const status = await finished({ items: [{ file: png }, { file: pdf }, { file: dataUrl(circle) }] });
    expect(status.items?.map(({ error }) => error?.code ?? null)).toEqual([
      "unsupported_media",
      "unsupported_media",
      null,
    ]);
    expect(status.items?.[1].error?.message).toMatch(/^slide-2 is a PDF, and a deck is made of SVG files\./);
  });

  it("has slides of the first SVG's shape when asked", async () => {
    for (const first of [{ items: [{ file: dataUrl(square) }] }, { urls: [`http://${filesHost}/square.svg`] }]) {
      const status = await finished({ ...first, options: { slide_size: "first" }, generate_previews: false });
      expect(status.cover).toBeNull();
      const deck = await deckOf(status.batch_id);
      const size = /<p:sldSz cx="(\d+)" cy="(\d+)"/.exec(
        (await deck.file("ppt/presentation.xml")?.async("string")) ?? "",
      );
      expect(size?.[1]).toBe(size?.[2]);
    }
  });

  it.skipIf(!canValidate)("is valid to the letter (needs the validator's Linux binary)", async () => {
    const status = await finished({ items: [{ file: dataUrl(circle) }, { file: dataUrl(square) }] });
    const zip = await JSZip.loadAsync(await api.download(status.batch_id));
    const path = `${server.data}/deck.pptx`;
    const { writeFile } = await import("node:fs/promises");
    await writeFile(path, (await zip.file("deck.pptx")?.async("nodebuffer")) ?? Buffer.alloc(0));
    expect(await faultsOf(path)).toEqual([]);
  });

  it("answers as the contract says", async () => {
    const response = await api.post("/api/v1/batch/jobs", { items: [{ file: dataUrl(circle) }] });
    expect(response.status).toBe(201);
    const body = await response.json();
    expect(body).toMatchObject({ success: true, total_files: 1, total_items: 1, drive_integration_enabled: false });
    expect(body.job_id).toBe(body.batch_id);
    expect(response.headers.get("location")).toBe(body.links.status);
  });
});

describe("a deck batch is refused", () => {
  it.each([
    ["without any SVG", {}, "items"],
    ["with an address that is none", { urls: ["not a url"] }, "urls.0"],
    ["with an address that is not of the web", { urls: ["file:///etc/passwd"] }, "urls.0"],
    ["with an option that does not exist", { items: [{ file: "x" }], options: { fit: "fill" } }, "options.fit"],
    ["with a file that is nowhere", { items: [{ file: "gone.svg" }] }, "items.0.file"],
  ])("with 422 %s", async (_, body, path) => {
    const problem = await problemOf(await api.post("/api/v1/batch/jobs", body));
    expect(problem).toMatchObject({ status: 422, code: "invalid_request" });
    expect(problem.errors?.map((error) => error.path)).toContain(path);
  });
});
