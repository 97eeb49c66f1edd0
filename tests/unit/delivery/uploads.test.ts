import { expect, it } from "vitest";
import { Desk } from "./desk";
import { file, noise } from "./freight";

const mebibyte = 1024 * 1024;
const large = noise(20 * mebibyte + 12345);

it("sends a large file in pieces", async () => {
  const desk = await Desk.open();
  const { files } = await desk.deliver({ files: [file("deck.pptx", large)] });
  expect(files[0]).toMatchObject({ status: "completed", attempts: 1, bytes: large.length });
  expect(desk.server.store.named("deck.pptx").content.equals(large)).toBe(true);
  expect(desk.server.count("piece")).toBe(3);
});

it("goes on in the middle when the connection breaks", async () => {
  const desk = await Desk.open();
  desk.server.next("piece", {});
  desk.server.next("piece", { breakAfter: 3 * mebibyte });
  const { files } = await desk.deliver({ files: [file("deck.pptx", large)] });
  expect(files[0]).toMatchObject({ status: "completed", attempts: 2 });
  expect(desk.server.store.named("deck.pptx").content.equals(large)).toBe(true);
  expect(desk.server.count("session")).toBe(1);
  // Drive keeps whole quarters of a MiB of a broken piece; nothing else goes twice.
  expect(desk.sent("piece")).toBeLessThan(large.length + 256 * 1024);
});

it("does not give up a line that breaks often, as long as it gets further", async () => {
  const desk = await Desk.open();
  desk.server.next("piece", { breakAfter: mebibyte }, 9);
  const { files } = await desk.deliver({ files: [file("deck.pptx", large)] });
  expect(files[0]).toMatchObject({ status: "completed", attempts: 10 });
  expect(desk.server.store.named("deck.pptx").content.equals(large)).toBe(true);
});

it("gives up after five tries that get nowhere", async () => {
  const desk = await Desk.open();
  desk.server.next("piece", { breakAfter: 1000 }, 9);
  const { files } = await desk.deliver({ files: [file("deck.pptx", large)] });
  expect(files[0]).toMatchObject({ status: "failed", attempts: 5, bytes: 0 });
  expect(files[0].error).toMatchObject({ code: "upload_failed", retryable: true });
  expect(desk.server.store.paths()).not.toContain("Tracepress/2026-03-01/batch_one/deck.pptx");
});

it("knows that a large file arrived when only the last answer was lost", async () => {
  const desk = await Desk.open();
  desk.server.next("piece", {}, 2);
  desk.server.next("piece", { loseAnswer: true });
  const { files } = await desk.deliver({ files: [file("deck.pptx", large)] });
  expect(files[0]).toMatchObject({ status: "completed", attempts: 2 });
  expect(files[0].drive_file_id).toBe(desk.server.store.named("deck.pptx").id);
  expect(desk.server.count("piece")).toBe(3);
});

it("knows that a small file arrived when only the answer was lost", async () => {
  const desk = await Desk.open();
  desk.server.next("multipart", { loseAnswer: true });
  const { files } = await desk.deliver();
  expect(files[0]).toMatchObject({ status: "completed", attempts: 2 });
  expect(files[0].drive_file_id).toBe(desk.server.store.named("deck.pptx").id);
});

it("begins a large file anew when Drive has forgotten the upload", async () => {
  const desk = await Desk.open();
  desk.server.next("piece", {});
  desk.server.next("piece", { meanwhile: () => desk.server.forgetSessions() });
  const { files } = await desk.deliver({ files: [file("deck.pptx", large)] });
  expect(files[0]).toMatchObject({ status: "completed", attempts: 2 });
  expect(desk.server.store.named("deck.pptx").content.equals(large)).toBe(true);
  expect(desk.server.count("session")).toBe(2);
});

it("gives up when Drive forgets the upload again and again", async () => {
  const desk = await Desk.open();
  for (let time = 0; time < 9; time++) {
    desk.server.next("piece", {});
    desk.server.next("piece", { meanwhile: () => desk.server.forgetSessions() });
  }
  const { files } = await desk.deliver({ files: [file("deck.pptx", large)] });
  expect(files[0]).toMatchObject({ status: "failed", attempts: 5 });
});

it("puts new content under the old link for a large file too", async () => {
  const desk = await Desk.open();
  const [first] = (await desk.deliver()).files;
  const [second] = (await desk.deliver({ files: [file("deck.pptx", large)] })).files;
  expect(second.drive_file_id).toBe(first.drive_file_id);
  expect(desk.server.store.named("deck.pptx").content.equals(large)).toBe(true);
});

it.each([
  ["small", noise(100_000), "multipart"],
  ["large", large, "piece"],
] as const)("sends a %s file again that arrived spoiled", async (_size, content, route) => {
  const desk = await Desk.open();
  desk.server.next(route, { spoil: true });
  const { files } = await desk.deliver({ files: [file("deck.pptx", content)] });
  expect(files[0]).toMatchObject({ status: "completed", attempts: 2 });
  expect(desk.server.store.named("deck.pptx").content.equals(content)).toBe(true);
});

it("says that the fault is ours when a file is not as long as it was said to be", async () => {
  const desk = await Desk.open();
  const short = { ...file("deck.pptx", "the deck"), size: 9 };
  const { files } = await desk.deliver({ files: [short, file("001.png", "a preview")] });
  expect(files.map(({ status, error }) => [status, error?.code])).toEqual([
    ["failed", "internal"],
    ["completed", undefined],
  ]);
});
