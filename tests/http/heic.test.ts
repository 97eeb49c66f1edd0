import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import sharp from "sharp";
import { afterAll, beforeAll, expect, it } from "vitest";
import { againSchema } from "@/lib/contracts/again";
import { problemOf, TestClient } from "@/tests/support/client";
import { ResumableClient } from "@/tests/support/resumable";
import { TestServer } from "@/tests/support/server";

/** The house of tests/support/pictures.ts, coded as a phone does it: `convert house.png -quality 60 house.heic`. */
const photo = readFileSync("tests/support/samples/house.heic");
/** Its container is whole, its picture not. */
const torn = photo.subarray(0, photo.length - 1_500);

const site = createServer((_request, response) => response.end(photo));
let server: TestServer;
let client: TestClient;
beforeAll(async () => {
  await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
  server = await new TestServer({ TRACEPRESS_ALLOW_HOSTS: siteAt() }).start();
  client = new TestClient(server);
});
afterAll(async () => {
  await server.stop();
  site.close();
});

const siteAt = () => `127.0.0.1:${(site.address() as AddressInfo).port}`;
const asDataUrl = (bytes: Buffer) => `data:image/heic;base64,${bytes.toString("base64")}`;

/** How the sky and the wall of the house look in a picture of it, 0 to 255 for red, green and blue. */
async function coloursOf(bytes: Buffer) {
  const { data, info } = await sharp(bytes).resize(480, 320).raw().toBuffer({ resolveWithObject: true });
  return [
    [20, 20],
    [110, 220],
  ].map(([x, y]) => [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)]);
}

it("takes a HEIC photo and keeps it as a JPEG, which every browser shows", async () => {
  const view = await client.upload("IMG_0231.HEIC", photo);
  expect(view).toMatchObject({
    name: "IMG_0231.HEIC",
    media_type: "image/jpeg",
    width: 480,
    height: 320,
    problem: null,
  });
  const kept = Buffer.from(await (await server.fetch(`/api/v1/uploads/${view.file_id}`)).arrayBuffer());
  const [sky, wall] = await coloursOf(kept);
  for (const [place, of] of [0x9c, 0xc9, 0xe8].entries()) expect(Math.abs(sky[place] - of)).toBeLessThan(8);
  for (const [place, of] of [0xd9, 0x76, 0x4a].entries()) expect(Math.abs(wall[place] - of)).toBeLessThan(8);
});

it("takes it in parts, too", async () => {
  const resumable = new ResumableClient(server);
  const address = await resumable.begin("IMG_0232.HEIC", photo.length);
  await resumable.send(address, 0, photo.subarray(0, 2_000));
  await resumable.send(address, 2_000, photo.subarray(2_000));
  const { file_id: _, ...inParts } = await resumable.whole(address);
  const { file_id: __, ...atOnce } = await client.upload("IMG_0232.HEIC", photo);
  expect(inParts).toEqual(atOnce);
});

it("draws it however it comes: uploaded, in the request, in a form or from an address", async () => {
  const { file_id } = await client.upload("house.heic", photo);
  const files = [file_id, asDataUrl(photo), "form.heic", `http://${siteAt()}/house.heic`];
  const form = new FormData();
  form.set("request", JSON.stringify({ items: files.map((file) => ({ file })), options: { formats: ["svg"] } }));
  form.set("form.heic", new File([new Uint8Array(photo)], "form.heic"));
  const submitted = await server.fetch("/api/v1/batch/generate", { method: "POST", body: form });
  const { batch_id } = await submitted.json();
  const { items = [] } = await client.finished(batch_id);
  expect(items.map(({ status, error }) => error?.message ?? status)).toEqual(files.map(() => "completed"));
  for (const page of [1, 2, 3, 4]) {
    const source = await server.fetch(`/api/v1/batch/${batch_id}/artifacts/pages/${page}/source`);
    expect(source.headers.get("content-type")).toBe("image/jpeg");
  }
  const again = againSchema.parse(await (await client.post(`/api/v1/batch/${batch_id}/again`, {})).json());
  const jpeg = expect.objectContaining({ media_type: "image/jpeg", width: 480 });
  expect(again.items.map(({ upload }) => upload)).toEqual([jpeg, jpeg, jpeg, null]);
});

it("names one that is damaged, and draws the others of its batch", async () => {
  const response = await server.fetch("/api/v1/uploads?name=torn.heic", { method: "POST", body: new Uint8Array(torn) });
  const problem = await problemOf(response);
  expect(problem).toMatchObject({ status: 415, code: "unsupported_media" });
  expect(problem.detail).toMatch(/^torn\.heic is damaged or was cut off.*Send it again/);
  const { batch_id } = await client.generate({ items: [{ file: asDataUrl(torn) }, { file: asDataUrl(photo) }] });
  const { items = [] } = await client.finished(batch_id);
  expect(items.map(({ status }) => status)).toEqual(["failed", "completed"]);
  expect(items[0].error).toMatchObject({ code: "unsupported_media", retryable: false });
});
