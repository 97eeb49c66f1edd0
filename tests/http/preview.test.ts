import { once } from "node:events";
import { request } from "node:http";
import sharp from "sharp";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Preview, type PreviewRequestInput, previewSchema } from "@/lib/contracts/preview";
import { problemOf, TestClient } from "@/tests/support/client";
import { jpegHouse } from "@/tests/support/pictures";
import { TestServer } from "@/tests/support/server";

const server = new TestServer();
let client: TestClient;
beforeAll(async () => {
  await server.start();
  client = new TestClient(server);
});
afterAll(() => server.stop());

const ask = (body: PreviewRequestInput) => client.post("/api/v1/preview", body);

async function seen(body: PreviewRequestInput): Promise<Preview> {
  const answer = await ask(body);
  expect(answer.status).toBe(200);
  return previewSchema.parse(await answer.json());
}

const bytesOf = ({ picture }: Preview): Buffer => Buffer.from(picture.slice(picture.indexOf(",") + 1), "base64");
const twoBoxes = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><rect width="40" height="40" fill="red"/><circle cx="70" cy="70" r="20"/></svg>',
)}`;

it("shows how a picture's page will look with the options chosen, and makes no batch", async () => {
  const { file_id: file } = await client.upload("house.jpg", await jpegHouse(480));
  const thin = await seen({ kind: "coloring", file, options: { line_weight: "thin", page_size: "a4" } });
  expect(thin.name).toBe("house.jpg");
  expect(thin.counts).toBeNull();
  expect(String(bytesOf(thin))).toMatch(/width="297mm" height="210mm"/);
  const bold = await seen({ kind: "coloring", file, prompt: "bold", options: { page_size: "a4" } });
  expect(bold.picture).not.toBe(thin.picture);
  const list = await (await server.fetch("/api/v1/batch")).json();
  expect(list.count).toBe(0);
});

it("shows the same page that the batch then makes", async () => {
  const { file_id: file } = await client.upload("house.jpg", await jpegHouse(480));
  const preview = await seen({ kind: "coloring", file, prompt: "simple" });
  const { batch_id } = await client.generate({ items: [{ file, prompt: "simple" }] });
  const [item] = (await client.finished(batch_id)).items ?? [];
  const svg = item.artifacts.find(({ media_type }) => media_type === "image/svg+xml");
  expect(bytesOf(preview)).toEqual(Buffer.from(await (await server.fetch(svg?.url ?? "")).arrayBuffer()));
});

it("shows a slide as it will stand in the deck, with what its elements become", async () => {
  const slide = await seen({ kind: "deck", file: twoBoxes, options: { background: "#00ff00", slide_size: "4:3" } });
  expect(slide.counts).toEqual({ native: 2, picture: 0, raster: 0, none: 0 });
  const { data, info } = await sharp(bytesOf(slide)).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  expect(info.width / info.height).toBeCloseTo(4 / 3, 2);
  expect([...data.subarray(0, 3)]).toEqual([0, 255, 0]);
});

it("takes the slide's shape from the deck's first SVG where that was asked", async () => {
  const wide = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100"><rect width="300" height="100"/></svg>')}`;
  const slide = await seen({ kind: "deck", file: twoBoxes, first: wide, options: { slide_size: "first" } });
  const { width = 0, height = 1 } = await sharp(bytesOf(slide)).metadata();
  expect(width / height).toBeCloseTo(3, 1);
});

it("says what is wrong as the batch itself would", async () => {
  const broken = await ask({ kind: "deck", file: "data:image/svg+xml,<svg><g></svg>" });
  expect(broken.status).toBe(422);
  expect(await problemOf(broken)).toMatchObject({ code: "invalid_svg" });
  const away = await ask({ kind: "deck", file: "https://example.org/a.svg" });
  expect(await problemOf(away)).toMatchObject({ code: "invalid_request", errors: [{ path: "file" }] });
  const nothing = await ask({ kind: "coloring", file: "file_unknown" });
  expect((await problemOf(nothing)).status).toBe(422);
});

it("draws on when the one who asked has gone", async () => {
  const { file_id: file } = await client.upload("house.jpg", await jpegHouse(2000));
  const headers = { "content-type": "application/json" };
  const left = request(`${server.origin}/api/v1/preview`, { method: "POST", headers, agent: false });
  left.end(JSON.stringify({ kind: "coloring", file, options: { quality: "high" } }));
  // All of it is on its way then, whether it is drawn in a moment or in seconds.
  await once(left, "finish");
  const answered = once(left, "response");
  left.destroy();
  await expect(answered).rejects.toThrow("socket hang up");
  await seen({ kind: "coloring", file, options: { quality: "draft" } });
});
