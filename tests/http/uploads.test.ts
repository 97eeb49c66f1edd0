import sharp from "sharp";
import { afterAll, beforeAll, expect, it } from "vitest";
import { againSchema } from "@/lib/contracts/again";
import { problemOf, TestClient } from "@/tests/support/client";
import { houseInEveryFormat, jpegHouse, pngBomb, truncatedJpeg } from "@/tests/support/pictures";
import { TestServer } from "@/tests/support/server";

const server = new TestServer({ TRACEPRESS_MAX_FILE_MB: "1" });
let client: TestClient;
beforeAll(async () => {
  await server.start();
  client = new TestClient(server);
});
afterAll(() => server.stop());

const upload = (name: string, body?: BodyInit) =>
  server.fetch(`/api/v1/uploads?name=${encodeURIComponent(name)}`, { method: "POST", body });

it("knows every format by its content, whatever the name says", async () => {
  for (const [mediaType, bytes] of await houseInEveryFormat()) {
    const view = await client.upload("house.txt", bytes);
    expect(view).toMatchObject({ name: "house.txt", media_type: mediaType, size: bytes.length });
    expect(view.width / view.height).toBeCloseTo(1.5, 1);
  }
});

it("tells the size as the picture is meant to be seen", async () => {
  const { default: sharp } = await import("sharp");
  const turned = await sharp(await jpegHouse(300))
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  expect(await client.upload("turned.jpg", turned)).toMatchObject({ width: 200, height: 300 });
});

it("tells whoever sends a form to send the file itself", async () => {
  const form = new FormData();
  form.append("file", new Blob([new Uint8Array(await jpegHouse())]), "cat.jpg");
  const problem = await problemOf(await upload("cat.jpg", form));
  expect(problem).toMatchObject({ status: 415, code: "unsupported_media" });
  expect(problem.detail).toContain("--data-binary @cat.jpg");
});

it("answers 415 to a text file called .png and names it", async () => {
  const problem = await problemOf(await upload("notes.png", "these are only words"));
  expect(problem).toMatchObject({ status: 415, code: "unsupported_media" });
  expect(problem.detail).toContain("notes.png");
});

it.each([
  ["IMG_0231.HEIC", "\0\0\0\u0018ftypheic\0\0\0\0mif1heic", /^IMG_0231\.HEIC is damaged or was cut off.*Send it again/],
  ["strange.heif", "\0\0\0\u0014ftypmif1\0\0\0\0mif1", /^strange\.heif is a HEIF picture of a rare kind.*JPEG or PNG/],
  ["worksheet.pdf", "%PDF-1.7\n", /^worksheet\.pdf is a PDF.*pages as pictures/],
  ["pictures.docx", "PK\u0003\u0004\u0014\0", /^pictures\.docx is a document or an archive.*out of it/],
  ["scan.bmp", "BM\u0036\0", /^scan\.bmp is a BMP picture.*PNG/],
  ["party.mp4", "\0\0\0\u0020ftypisom", /^party\.mp4 is a film/],
])("answers 415 to %s and says what can be done about it", async (name, head, way) => {
  const problem = await problemOf(await upload(name, Buffer.from(head, "latin1")));
  expect(problem).toMatchObject({ status: 415, code: "unsupported_media" });
  expect(problem.detail).toMatch(way);
});

it("takes a picture that was cut off, and says at once that no page can be drawn from it", async () => {
  const torn = await client.upload("torn.jpg", await truncatedJpeg());
  expect(torn).toMatchObject({ media_type: "image/jpeg", width: 1200 });
  expect(torn.problem).toMatch(/^torn\.jpg is damaged or was cut off.*Send it again from the original\.$/);
  expect((await client.upload("whole.jpg", await jpegHouse())).problem).toBeNull();

  const { batch_id } = await client.generate({ items: [{ file: torn.file_id }] });
  const [item] = (await client.finished(batch_id)).items ?? [];
  expect(item.error).toMatchObject({ code: "unsupported_media", message: torn.problem, stage: "decode" });

  // Laid out once more, it is not offered as if nothing had happened.
  const again = againSchema.parse(await (await client.post(`/api/v1/batch/${batch_id}/again`, {})).json());
  expect(again.items[0]).toMatchObject({ upload: null, problem: torn.problem });
});

it("answers 415 to a broken SVG and says on which line", async () => {
  const problem = await problemOf(await upload("logo.svg", "<svg xmlns='http://www.w3.org/2000/svg'>\n<rect></svg>"));
  expect(problem).toMatchObject({ status: 415, code: "unsupported_media" });
  expect(problem.detail).toMatch(/^logo\.svg, line 2, column \d+: it is not well-formed XML .*rect/);
});

it.each<[string, (svg: string) => Buffer]>([
  ["in UTF-16", (svg) => Buffer.from(`\ufeff${svg}`, "utf16le")],
  ["in windows-1252", (svg) => Buffer.from(`<?xml version="1.0" encoding="windows-1252"?>${svg}`, "latin1")],
  ["behind a long comment", (svg) => Buffer.from(`<!--${"-=".repeat(2000)}-->${svg}`)],
  ["with an editor's prefix that it does not declare", (svg) => Buffer.from(svg.replace("<rect", "<rect ink:x='1'"))],
  ["with lines before its declaration", (svg) => Buffer.from(`\n\n<?xml version="1.0"?>${svg}`)],
  ["with a prefix for SVG itself", (svg) => Buffer.from(svg.replace("xmlns=", "xmlns:s=").replace(/<(\/?)/g, "<$1s:"))],
])("knows an SVG %s, as a deck takes it", async (_, write) => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"><rect id="é" width="9" height="9"/></svg>`;
  expect(await client.upload("logo.svg", write(svg))).toMatchObject({
    media_type: "image/svg+xml",
    width: 30,
    height: 20,
  });
});

it("answers 415 to a page that only has an SVG in it", async () => {
  const page = `<html><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/></html>`;
  const problem = await problemOf(await upload("page.svg", page));
  expect(problem).toMatchObject({ status: 415, detail: expect.stringContaining("outermost element is not svg") });
});

it("answers 413 to a picture of too many pixels, by its header alone", async () => {
  const problem = await problemOf(await upload("bomb.png", new Uint8Array(pngBomb(30_000))));
  expect(problem).toMatchObject({ status: 413, code: "too_large" });
  expect(problem.detail).toMatch(/bomb\.png has 30000 × 30000 pixels/);
});

it("answers 413 to a file over the limit", async () => {
  const problem = await problemOf(await upload("huge.bin", new Uint8Array(1_200_000)));
  expect(problem).toMatchObject({ status: 413, code: "too_large", detail: expect.stringContaining("huge.bin") });
});

it("answers 422 when nothing was sent", async () => {
  expect(await problemOf(await upload("empty.png"))).toMatchObject({ status: 422, code: "invalid_request" });
});

it("gives every answer an id to ask about", async () => {
  const response = await upload("notes.png", "words");
  expect((await problemOf(response)).request_id).toBe(response.headers.get("x-request-id"));
});

it("gives an upload back as it came, and as a smaller picture", async () => {
  const bytes = await jpegHouse();
  const { file_id, width } = await client.upload("house.jpg", bytes);
  const whole = await server.fetch(`/api/v1/uploads/${file_id}`);
  expect(whole.headers.get("content-type")).toBe("image/jpeg");
  expect(whole.headers.get("content-security-policy")).toContain("sandbox");
  expect(Buffer.from(await whole.arrayBuffer()).equals(bytes)).toBe(true);
  const small = await server.fetch(`/api/v1/uploads/${file_id}?width=64`);
  expect(await sharp(Buffer.from(await small.arrayBuffer())).metadata()).toMatchObject({ format: "webp", width: 64 });
  expect(width).toBeGreaterThan(64);
  expect(await problemOf(await server.fetch("/api/v1/uploads/file_neverwas"))).toMatchObject({ code: "not_found" });
});
