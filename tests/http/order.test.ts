import { afterAll, beforeAll, expect, it } from "vitest";
import { againSchema } from "@/lib/contracts/again";
import { chapters } from "@/tests/support/chapters";
import { problemOf, TestClient } from "@/tests/support/client";
import { jpegHouse } from "@/tests/support/pictures";
import { TestServer } from "@/tests/support/server";
import { readZip } from "@/tests/support/zip";

let server: TestServer;
let api: TestClient;

beforeAll(async () => {
  server = await new TestServer({ LOG_LEVEL: "silent" }).start();
  api = new TestClient(server);
});
afterAll(() => server.stop());

it("a finished batch takes another order, which the book and the ZIP then have", async () => {
  const picture = await jpegHouse();
  const { batch_id } = await api.submitPictures(
    ["a.jpg", "b.jpg", "c.jpg"].map((name) => [name, picture]),
    { quality: "draft", include_pdf: true, formats: ["png"] },
  );
  const { items = [], links } = await api.finished(batch_id);
  const zip = async () => readZip(Buffer.from(await (await server.fetch(links.download)).arrayBuffer()));
  const before = await zip();
  expect(chapters(before.get("book.pdf")!)).toEqual(["color a.jpg", "color b.jpg", "color c.jpg"]);

  const item_ids = [items[2], items[0], items[1]].map(({ item_id }) => item_id);
  const answer = await api.post(links.order, { item_ids });
  expect(answer.status).toBe(202);
  expect(await answer.json()).toMatchObject({ status: "processing" });
  const after = await api.finished(batch_id);
  expect(after).toMatchObject({ status: "completed", page_order: item_ids });
  expect(after.items?.map(({ name }) => name)).toEqual(["a.jpg", "b.jpg", "c.jpg"]);

  // Laid out once more they have that order, and one of them can be had alone.
  const again = async (body: unknown) => api.post(`/api/v1/batch/${batch_id}/again`, body);
  const laid = againSchema.parse(await (await again({})).json());
  expect(laid.items.map(({ name }) => name)).toEqual(["c.jpg", "a.jpg", "b.jpg"]);
  const one = againSchema.parse(await (await again({ item_ids: [item_ids[2]] })).json());
  expect(one.items.map(({ name }) => name)).toEqual(["b.jpg"]);
  expect(await problemOf(await again({ item_ids: ["item_neverwas"] }))).toMatchObject({ code: "invalid_request" });

  const files = await zip();
  expect([...files.keys()].filter((name) => name.startsWith("pages/")).sort()).toEqual([
    "pages/001-c.png",
    "pages/002-a.png",
    "pages/003-b.png",
  ]);
  expect(chapters(files.get("book.pdf")!)).toEqual(["color c.jpg", "color a.jpg", "color b.jpg"]);
  const manifest = JSON.parse(String(files.get("manifest.json")));
  expect(
    manifest.items.map(({ name, outputs }: { name: string; outputs: { name: string }[] }) => [name, outputs[0].name]),
  ).toEqual([
    ["c.jpg", "pages/001-c.png"],
    ["a.jpg", "pages/002-a.png"],
    ["b.jpg", "pages/003-b.png"],
  ]);
  expect(files.get("pages/001-c.png")).toEqual(before.get("pages/003-c.png"));

  const half = await api.post(links.order, { item_ids: item_ids.slice(1) });
  expect(half.status).toBe(422);
  expect((await problemOf(half)).detail).toBe("Name each of the 3 items of this batch once.");
});

it("the sheet of a page tells its paper, and another's none", async () => {
  const { batch_id } = await api.submitPictures([["a.jpg", await jpegHouse()]], {
    quality: "draft",
    page_size: "a4",
    margin_mm: 20,
  });
  await api.finished(batch_id);
  const sheet = await (await server.fetch(`/api/v1/batch/${batch_id}/pages/1/sheet`)).json();
  expect(sheet).toMatchObject({ width_mm: 297, height_mm: 210, margin_mm: 20 });
  const { left, top, width, height } = sheet.picture_mm;
  expect(left).toBeGreaterThanOrEqual(20);
  expect(top).toBeGreaterThanOrEqual(20);
  expect(left * 2 + width).toBeCloseTo(297);
  expect(top * 2 + height).toBeCloseTo(210);
  for (const page of ["2", "0", "x"]) {
    expect((await server.fetch(`/api/v1/batch/${batch_id}/pages/${page}/sheet`)).status).toBe(404);
  }
});
