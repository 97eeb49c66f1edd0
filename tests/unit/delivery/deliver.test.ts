import { expect, it } from "vitest";
import { Desk } from "./desk";
import { file, noise } from "./freight";

it("brings every file into the folder that the pattern names, and says where it is", async () => {
  const desk = await Desk.open();
  const files = [file("deck.pptx", "the deck"), file("001-logo.png", "a preview"), file("empty.txt", "")];
  const delivered = await desk.deliver({ files });
  expect(desk.server.store.paths()).toEqual([
    "Tracepress",
    "Tracepress/2026-03-01",
    "Tracepress/2026-03-01/batch_one",
    "Tracepress/2026-03-01/batch_one/001-logo.png",
    "Tracepress/2026-03-01/batch_one/deck.pptx",
    "Tracepress/2026-03-01/batch_one/empty.txt",
  ]);
  const deck = desk.server.store.named("deck.pptx");
  expect(deck.content.toString()).toBe("the deck");
  expect(delivered.folder.id).toBe(desk.server.store.named("batch_one").id);
  expect(delivered.folder.url).toBe(`https://drive.example/${delivered.folder.id}`);
  expect(delivered.files.map(({ name, status, attempts }) => [name, status, attempts])).toEqual([
    ["deck.pptx", "completed", 1],
    ["001-logo.png", "completed", 1],
    ["empty.txt", "completed", 1],
  ]);
  expect(delivered.files[0]).toMatchObject({
    drive_file_id: deck.id,
    url: `https://drive.example/${deck.id}`,
    bytes: 8,
    error: null,
  });
});

it("tells how far a large file is", async () => {
  const desk = await Desk.open();
  await desk.deliver({ files: [file("deck.pptx", noise(20_000_000))] });
  const mebibytes = desk.heard.map(({ bytes }) => Math.round(bytes / 1024 / 1024));
  expect(mebibytes).toEqual([0, 8, 16, 19, 19]);
});

it("tells of each file when it begins and when it is there", async () => {
  const desk = await Desk.open();
  await desk.deliver();
  expect(desk.heard.map(({ name, status, attempts }) => [name, status, attempts])).toEqual([
    ["deck.pptx", "uploading", 1],
    ["deck.pptx", "completed", 1],
  ]);
});

it("delivers for a person who allowed it, with a refresh token", async () => {
  const desk = await Desk.open();
  const TRACEPRESS_DRIVE_CREDENTIALS = desk.server.credentials("authorized_user");
  const delivered = await desk.deliver({}, { TRACEPRESS_DRIVE_CREDENTIALS });
  expect(delivered.files[0].status).toBe("completed");
});

it("sends nothing again that an earlier delivery brought there", async () => {
  const desk = await Desk.open();
  const first = await desk.deliver();
  const again = await desk.deliver();
  expect(again.folder).toEqual(first.folder);
  expect(again.files).toEqual([{ ...first.files[0], attempts: 0, duration_ms: 0 }]);
  expect(desk.server.count("multipart", "session")).toBe(1);
  expect(desk.server.count("create")).toBe(3);
});

it("finds what it delivered on later pages of a long list", async () => {
  const desk = await Desk.open();
  const files = Array.from({ length: 7 }, (_, index) => file(`${index}.png`, `preview ${index}`));
  await desk.deliver({ files });
  desk.server.pageSize = 2;
  const again = await desk.deliver({ files });
  expect(again.files.map(({ attempts }) => attempts)).toEqual([0, 0, 0, 0, 0, 0, 0]);
});

it("goes on after a killed server with the files that are missing", async () => {
  const desk = await Desk.open();
  await desk.deliver({ files: [file("001.png", "one")] });
  const files = [file("001.png", "one"), file("002.png", "two")];
  const { files: rows } = await desk.deliver({ files });
  expect(rows.map(({ attempts }) => attempts)).toEqual([0, 1]);
  expect(desk.server.store.paths().filter((path) => path.endsWith(".png"))).toHaveLength(2);
});

it("puts a deck that was made again under the link that people have", async () => {
  const desk = await Desk.open();
  const [first] = (await desk.deliver()).files;
  const [second] = (await desk.deliver({ files: [file("deck.pptx", "another deck")] })).files;
  expect(second.url).toBe(first.url);
  expect(desk.server.store.named("deck.pptx").content.toString()).toBe("another deck");
});

it("makes one folder for batches that are delivered at the same time", async () => {
  const desk = await Desk.open();
  const values = { date: "2026-03-01", title: "" };
  await Promise.all(["a", "b", "c"].map((job_id) => desk.deliver({ values: { ...values, job_id } })));
  const folders = desk.server.store.paths().filter((path) => !path.endsWith("deck.pptx"));
  const days = "Tracepress/2026-03-01";
  expect(folders).toEqual(["Tracepress", days, `${days}/a`, `${days}/b`, `${days}/c`]);
});

it("makes one copy when one batch is delivered twice at the same time", async () => {
  const desk = await Desk.open();
  const [one, other] = await Promise.all([desk.deliver(), desk.deliver()]);
  expect(one.files[0].drive_file_id).toBe(other.files[0].drive_file_id);
  expect(desk.server.store.named("deck.pptx")).toBeDefined();
});

it("uses the older folder when another server makes the same one at the same time", async () => {
  const desk = await Desk.open();
  const { store } = desk.server;
  const mimeType = "application/vnd.google-apps.folder";
  const other = () => store.add({ name: "Tracepress", parents: [store.root], mimeType });
  desk.server.next("create", { meanwhile: other });
  await desk.deliver();
  expect(store.paths().filter((path) => path === "Tracepress")).toHaveLength(1);
  expect(store.named("Tracepress").id).toMatch(/^other/);
  expect(store.paths()).toContain("Tracepress/2026-03-01/batch_one/deck.pptx");
});

it("keeps the older copy when another server delivers the same batch at the same time", async () => {
  const desk = await Desk.open();
  const { store } = desk.server;
  const marks = { tracepress_job: "batch_one", tracepress_name: "deck.pptx" };
  const other = () =>
    store.add({
      name: "deck.pptx",
      parents: [store.named("batch_one").id],
      appProperties: marks,
      content: Buffer.from("the deck"),
    });
  desk.server.next("multipart", { meanwhile: other });
  const { files } = await desk.deliver();
  expect(files[0].drive_file_id).toBe(store.named("deck.pptx").id);
  expect(files[0].drive_file_id).toMatch(/^other/);
});

it("makes one folder when the answer to making it is lost", async () => {
  const desk = await Desk.open();
  desk.server.next("create", { loseAnswer: true }, 2);
  await desk.deliver();
  expect(desk.server.store.paths()).toHaveLength(4);
});

it("uses a folder that a person made", async () => {
  const desk = await Desk.open();
  const { store } = desk.server;
  const mimeType = "application/vnd.google-apps.folder";
  const own = store.add({ name: "Emma's \\ decks", parents: [store.root], mimeType });
  const { folder } = await desk.deliver({ folderPattern: "Emma's \\ decks" });
  expect(folder.id).toBe(own.id);
});

it("uses a folder that somebody else made in a shared drive", async () => {
  const desk = await Desk.open();
  const { store } = desk.server;
  store.sharedDrive = "drive-of-the-school";
  const mimeType = "application/vnd.google-apps.folder";
  const own = store.add({ name: "Tracepress", parents: [store.root], mimeType });
  await desk.deliver();
  expect(store.named("Tracepress").id).toBe(own.id);
});

it("takes names of any length and language, and finds them again", async () => {
  const desk = await Desk.open();
  const files = [file(`${"塗り絵の".repeat(20)}.png`, "a"), file("it's \\ a 'test'.png", "b")];
  await desk.deliver({ files });
  const again = await desk.deliver({ files });
  expect(again.files.map(({ attempts }) => attempts)).toEqual([0, 0]);
});

it("will not deliver two files of one name", async () => {
  const desk = await Desk.open();
  const files = [file("deck.pptx", "one"), file("deck.pptx", "other")];
  await expect(desk.deliver({ files })).rejects.toThrow("one name");
});
