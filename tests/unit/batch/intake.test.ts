import { expect, it } from "vitest";
import { localOwnerId } from "@/db/schema";
import { submitColoring } from "@/lib/batch/submit-coloring";
import { submitDeck } from "@/lib/batch/submit-deck";
import { generateRequestSchema } from "@/lib/contracts/coloring";
import { deckRequestSchema } from "@/lib/contracts/deck";
import { createPartialUpload } from "@/lib/files/resumable/create";
import { TestRooms } from "@/tests/support/rooms";

const context = { ownerId: localOwnerId, parts: new Map(), idempotencyKey: null, traceparent: null };
const pages = (rooms: TestRooms, files: string[]) =>
  submitColoring(rooms, generateRequestSchema(9).parse({ items: files.map((file) => ({ file })) }), context);
const deck = (rooms: TestRooms, urls: string[], files: string[]) =>
  submitDeck(rooms, deckRequestSchema(9).parse({ urls, items: files.map((file) => ({ file })) }), context);

it("says of an upload that still comes that it is not finished", async () => {
  const rooms = new TestRooms();
  const announced = { "upload-length": 10, "upload-metadata": "" };
  const { id } = await createPartialUpload({ ...rooms, ownerId: localOwnerId }, announced);
  await expect(pages(rooms, [id])).rejects.toThrow(`Item 1: upload ${id} is not finished. Send the rest of it first.`);
});

it.each(["ftp://example.org/cat.jpg", "file:///home/cat.jpg", "blob:https://example.org/1"])(
  "says of %s that nothing is fetched from such addresses",
  async (file) => {
    const [scheme] = file.split(":");
    const sentence = `Item 1: ${scheme}: addresses are not fetched; give one of http: or https:.`;
    await expect(pages(new TestRooms(), [file])).rejects.toThrow(sentence);
  },
);

it.each(["cat.jpg", "C:\\cat.jpg", "C://cat.jpg"])(
  "takes %s for the name of a file that did not come",
  async (file) => {
    await expect(pages(new TestRooms(), [file])).rejects.toThrow("is no file_id of an upload, no URL and no file");
  },
);

it("names the field of a deck's item, which its addresses are not counted in", async () => {
  const submitted = deck(new TestRooms(), ["http://example.org/1.svg"], ["nothing"]);
  await expect(submitted).rejects.toMatchObject({
    message: expect.stringContaining("Item 2: “nothing”"),
    fields: [{ path: "items.0.file" }],
  });
});

it("calls what has no name by what it becomes and its place", async () => {
  const rooms = new TestRooms();
  await deck(rooms, ["http://example.org/"], ["data:,x"]);
  await pages(rooms, ["data:,x"]);
  expect(
    rooms.queue
      .claimItems(3)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(["picture-1", "slide-1", "slide-2"]);
});
