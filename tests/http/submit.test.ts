import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { submittedSchema } from "@/lib/contracts/status";
import { problemOf, TestClient } from "@/tests/support/client";
import { jpegHouse, pngBomb, pngHouse, truncatedJpeg } from "@/tests/support/pictures";
import { TestServer } from "@/tests/support/server";

const generate = "/api/v1/batch/generate";
const server = new TestServer({ TRACEPRESS_MAX_PENDING_ITEMS: "50", TRACEPRESS_MAX_ITEMS: "60" });
let client: TestClient;
let fileId: string;
beforeAll(async () => {
  await server.start();
  client = new TestClient(server);
  fileId = (await client.upload("house.jpg", await jpegHouse())).file_id;
});
afterAll(() => server.stop());

const draft = { quality: "draft" };
const item = (file: string, prompt = "") => ({ file, prompt });

describe("a batch is accepted", () => {
  it("by file_id, with a place to look", async () => {
    const response = await client.post(generate, { items: [item(fileId, "a house")], options: draft });
    expect(response.status).toBe(201);
    const submitted = submittedSchema.parse(await response.json());
    expect(submitted).toMatchObject({ status: "pending", total_items: 1, job_id: submitted.batch_id });
    expect(response.headers.get("location")).toBe(submitted.links.status);
    expect(await client.finished(submitted.batch_id)).toMatchObject({ status: "completed", processed: 1 });
  });

  it("by data: URL", async () => {
    const url = `data:image/png;base64,${(await pngHouse()).toString("base64")}`;
    const { batch_id } = await client.generate({ items: [item(url)], options: { quality: "draft" } });
    expect(await client.finished(batch_id)).toMatchObject({ status: "completed", processed: 1 });
  });

  it("as multipart, its files called by their names", async () => {
    const form = new FormData();
    form.set("request", JSON.stringify({ items: [item("b.png", "second"), item("a.jpg")], options: draft }));
    form.set("one", new Blob([new Uint8Array(await jpegHouse())]), "a.jpg");
    form.set("two", new Blob([new Uint8Array(await pngHouse())]), "b.png");
    const response = await server.fetch(generate, { method: "POST", body: form });
    const { batch_id } = submittedSchema.parse(await response.json());
    const status = await client.finished(batch_id);
    expect(status).toMatchObject({ status: "completed", processed: 2 });
    expect(status.items?.map(({ name, prompt }) => [name, prompt])).toEqual([
      ["b.png", "second"],
      ["a.jpg", ""],
    ]);
  });

  it("once for one Idempotency-Key", async () => {
    const body = { items: [item(fileId)], options: draft };
    const send = (value: unknown) => client.post(generate, value, { "idempotency-key": "lesson-7" });
    const [first, second] = [await (await send(body)).json(), await (await send(body)).json()];
    expect(second.batch_id).toBe(first.batch_id);
    const other = await problemOf(await send({ ...body, items: [item(fileId, "other")] }));
    expect(other).toMatchObject({ status: 409, code: "idempotency_mismatch" });
  });
});

describe("a batch is refused", () => {
  it.each([
    ["an empty list", { items: [] }, "items"],
    ["an unknown option", { items: [item("x")], options: { colour: "red" } }, "options"],
    ["an unknown value", { items: [item("x")], options: { detail: "extreme" } }, "options.detail"],
    ["a margin wider than the page", { items: [item("x")], options: { margin_mm: 900 } }, "options.margin_mm"],
    ["a prompt that is a novel", { items: [item("x", "a".repeat(2001))] }, "items.0.prompt"],
    ["a file that is no text", { items: [{ file: 7 }] }, "items.0.file"],
  ])("with 422 for %s", async (_, body, path) => {
    const problem = await problemOf(await client.post(generate, body));
    expect(problem).toMatchObject({ status: 422, code: "invalid_request" });
    expect(problem.errors?.map((error) => error.path)).toContain(path);
  });

  it.each([
    [generate, { items: Array.from({ length: 61 }, () => item("x")) }],
    ["/api/v1/batch/jobs", { items: Array.from({ length: 61 }, () => ({ file: "x" })) }],
  ])("with 413 for more items than a batch holds: %s", async (path, body) => {
    const problem = await problemOf(await client.post(path, body));
    expect(problem).toMatchObject({ status: 413, code: "too_large", errors: [{ path: "items" }] });
  });

  it("with 422 for an empty file and for words in another encoding in a form", async () => {
    const form = new FormData();
    form.append("request", JSON.stringify({ items: [item("cat.png")] }));
    form.append("file", new Blob([]), "cat.png");
    const empty = await problemOf(await server.fetch(generate, { method: "POST", body: form }));
    expect(empty).toMatchObject({ status: 422, detail: "cat.png is empty: no bytes arrived." });
    const words = `--b\r\ncontent-disposition: form-data; name="request"\r\n\r\n{"items":[{"file":"x","prompt":"Brücke"}]}\r\n--b--`;
    const headers = { "content-type": "multipart/form-data; boundary=b" };
    const western = await server.fetch(generate, { method: "POST", headers, body: Buffer.from(words, "latin1") });
    expect(await problemOf(western)).toMatchObject({ status: 422, detail: expect.stringContaining("UTF-8") });
  });

  it.each([
    ["a name that matches no file", "cat.png"],
    ["an id of another place", "file_nothing"],
    ["a URL that cannot be read", "https://exa mple/cat.png"],
    ["a damaged data: URL", "data:image/png;base64,@@@"],
  ])("with 422 that names the item for %s", async (_, file) => {
    const problem = await problemOf(await client.post(generate, { items: [item(fileId), item(file)] }));
    expect(problem).toMatchObject({ status: 422, code: "invalid_request" });
    expect(problem.detail).toMatch(/^Item 2/);
    expect(problem.errors?.map((error) => error.path)).toEqual(["items.1.file"]);
  });

  it("with 422 for words in another encoding, which would lose their letters, but not for a byte order mark", async () => {
    const headers = { "content-type": "application/json" };
    const words = JSON.stringify({ items: [item(fileId, "eine Brücke")], options: draft });
    const western = await server.fetch(generate, { method: "POST", headers, body: Buffer.from(words, "latin1") });
    expect(await problemOf(western)).toMatchObject({ status: 422, detail: expect.stringContaining("UTF-8") });
    const marked = await server.fetch(generate, { method: "POST", headers, body: `\uFEFF${words}` });
    const { batch_id } = submittedSchema.parse(await marked.json());
    expect((await client.status(batch_id)).items?.[0].prompt).toBe("eine Brücke");
  });

  it("with 422 for what is not JSON, and for multipart without its request", async () => {
    const headers = { "content-type": "application/json" };
    const words = await server.fetch(generate, { method: "POST", headers, body: "{items:" });
    expect(await problemOf(words)).toMatchObject({ status: 422, detail: "The request is not valid JSON." });
    const form = new FormData();
    form.set("one", new Blob(["x"]), "a.jpg");
    const parts = await server.fetch(generate, { method: "POST", body: form });
    expect(await problemOf(parts)).toMatchObject({ status: 422, detail: expect.stringContaining("field request") });
  });

  it("with 422 for multipart that breaks off", async () => {
    const headers = { "content-type": "multipart/form-data; boundary=b" };
    const body = '--b\r\ncontent-disposition: form-data; name="one"; filename="a.jpg"\r\n\r\nhalf a pict';
    const response = await server.fetch(generate, { method: "POST", headers, body });
    expect(await problemOf(response)).toMatchObject({ status: 422, code: "invalid_request" });
  });

  it("with 422 for two files of one name, as often as it is sent over one line", async () => {
    const form = new FormData();
    for (const name of ["a.jpg", "b.jpg", "a.jpg"]) form.append("file", new Blob(["x"]), name);
    for (let time = 0; time < 8; time++) {
      const problem = await problemOf(await server.fetch(generate, { method: "POST", body: form }));
      expect(problem).toMatchObject({ status: 422, detail: expect.stringContaining("called a.jpg") });
    }
  });

  it("with 422 for a model that is not there", async () => {
    const problem = await problemOf(await client.post(generate, { items: [item(fileId)], model: "claude" }));
    expect(problem).toMatchObject({ status: 422, code: "model_unavailable" });
  });

  it("with 429 and a time to wait when the queue is full", async () => {
    const items = Array.from({ length: 55 }, () => item(fileId));
    const response = await client.post(generate, { items });
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await problemOf(response)).toMatchObject({ status: 429, code: "queue_full" });
  });
});

it("fails a bad item alone, with its code and a sentence that names it", async () => {
  const form = new FormData();
  const parts: [string, Uint8Array][] = [
    ["good.jpg", await jpegHouse()],
    ["words.png", Buffer.from("only words")],
    ["half.jpg", await truncatedJpeg()],
    ["bomb.png", pngBomb(30_000)],
  ];
  form.set("request", JSON.stringify({ items: parts.map(([name]) => item(name)), options: draft }));
  for (const [name, bytes] of parts) form.append("files", new Blob([new Uint8Array(bytes)]), name);
  const response = await server.fetch(generate, { method: "POST", body: form });
  expect(response.status).toBe(201);
  const status = await client.finished(submittedSchema.parse(await response.json()).batch_id);
  expect(status).toMatchObject({ status: "completed", processed: 1, failed: 3 });
  const errors = status.items?.map(({ error }) => error && [error.code, error.stage]);
  expect(errors).toEqual([
    null,
    ["unsupported_media", "decode"],
    ["unsupported_media", "decode"],
    ["too_large", "decode"],
  ]);
  for (const failed of status.items?.slice(1) ?? []) expect(failed.error?.message).toContain(failed.name);
});
