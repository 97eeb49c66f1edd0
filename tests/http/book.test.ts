import { afterAll, beforeAll, expect, it } from "vitest";
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

it("a batch that was submitted without a book gets one, and draws no page again", async () => {
  const picture = await jpegHouse();
  const { batch_id } = await api.submitPictures(
    ["a.jpg", "b.jpg"].map((name) => [name, picture]),
    { quality: "draft", formats: ["png"] },
  );
  const { items = [], links, artifacts } = await api.finished(batch_id);
  expect(artifacts).toEqual([]);
  const answer = await api.post(links.book, { title: "The house", language: "de" });
  expect(answer.status).toBe(202);
  expect(await answer.json()).toMatchObject({ status: "processing" });

  const after = await api.finished(batch_id);
  expect(after).toMatchObject({ status: "completed", title: "The house", processed: 2 });
  expect(after.artifacts.map(({ name }) => name)).toEqual(["book.pdf"]);
  expect(after.items?.map(({ attempts, artifacts: pages }) => [attempts, pages])).toEqual(
    items.map(({ attempts, artifacts: pages }) => [attempts, pages]),
  );
  const files = await readZip(Buffer.from(await (await server.fetch(links.download)).arrayBuffer()));
  expect([...files.keys()].sort()).toContain("book.pdf");
  expect(chapters(files.get("book.pdf")!)).toEqual(["color a.jpg", "color b.jpg"]);
  expect(JSON.parse(String(files.get("manifest.json"))).options).toMatchObject({
    include_pdf: true,
    title: "The house",
    language: "de",
  });

  // From now on it is a batch with a book: another order binds it anew, and there is no second one to be made.
  await api.post(links.order, { item_ids: items.map(({ item_id }) => item_id).reverse() });
  await api.finished(batch_id);
  const bound = Buffer.from(await api.artifact(batch_id, "book.pdf"));
  expect(chapters(bound)).toEqual(["color b.jpg", "color a.jpg"]);
  const twice = await problemOf(await api.post(links.book, {}));
  expect(twice).toMatchObject({ status: 409, code: "conflict" });
  expect(twice.detail).toContain("has a book");
});

it("nothing but a completed coloring batch is bound, and a field that a book has not is refused", async () => {
  const { file_id } = await api.upload(
    "one.svg",
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/></svg>'),
  );
  const deck = await api.deck({ items: [{ file: file_id }] });
  await api.finished(deck.batch_id);
  expect(await problemOf(await api.post(deck.links.book, {}))).toMatchObject({ status: 409, code: "conflict" });

  const { batch_id, links } = await api.submitPictures([["a.jpg", await jpegHouse()]], { quality: "draft" });
  await api.post(links.cancel, {});
  const { status } = await api.finished(batch_id);
  expect(status).toBe("cancelled");
  expect(await problemOf(await api.post(links.book, {}))).toMatchObject({ status: 409, code: "conflict" });
  expect(await problemOf(await api.post(links.book, { pages: 3 }))).toMatchObject({
    status: 422,
    code: "invalid_request",
  });
  expect(await problemOf(await api.post("/api/v1/batch/batch_none/book", {}))).toMatchObject({ status: 404 });
});
