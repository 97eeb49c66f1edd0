import { describe, expect, it } from "vitest";
import { localOwner } from "@/lib/access/caller";
import { requireBatch } from "@/lib/access/ownership";
import { listBatches } from "@/lib/batch/list";
import { submitColoring } from "@/lib/batch/submit-coloring";
import { generateRequestSchema } from "@/lib/contracts/coloring";
import { listQuerySchema } from "@/lib/contracts/list";
import { receiveUpload } from "@/lib/files/uploads";
import { readSvgSize } from "@/lib/pipelines/deck/parse/svg-size";
import { TestRooms } from "@/tests/support/rooms";

const ann = { id: "ann", role: "member" as const };
const bob = { id: "bob", role: "member" as const };
const chief = { id: "chief", role: "owner" as const };
const notFound = expect.objectContaining({
  code: "not_found",
  message: "There is no such batch. It may have expired.",
});
const refusedWith = (work: () => void): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  return null;
};

describe("a batch", () => {
  it("is another member's like one that never was, and an owner's to see", async () => {
    const rooms = new TestRooms();
    const { batch_id } = await rooms.submit(1, {}, { ownerId: "ann" });
    expect(refusedWith(() => requireBatch(rooms.db, batch_id, ann))).toBeNull();
    expect(refusedWith(() => requireBatch(rooms.db, batch_id, chief))).toBeNull();
    expect(refusedWith(() => requireBatch(rooms.db, batch_id, bob))).toEqual(notFound);
    expect(refusedWith(() => requireBatch(rooms.db, batch_id, null))).toEqual(notFound);
    expect(refusedWith(() => requireBatch(rooms.db, "batch_never", bob))).toEqual(notFound);
  });

  it("stands in the lists of whom it belongs to and of owners", async () => {
    const rooms = new TestRooms();
    const anns = (await rooms.submit(1, {}, { ownerId: "ann" })).batch_id;
    const bobs = (await rooms.submit(1, {}, { ownerId: "bob" })).batch_id;
    const listed = async (caller: Parameters<typeof listBatches>[2]) => {
      const { batches } = await listBatches(rooms.db, listQuerySchema.parse({}), caller);
      return batches.map(({ batch_id }) => batch_id).sort();
    };
    expect(await listed(ann)).toEqual([anns]);
    expect(await listed(bob)).toEqual([bobs]);
    expect(await listed(chief)).toEqual([anns, bobs].sort());
    expect(await listed(localOwner)).toEqual([anns, bobs].sort());
  });
});

it("one Idempotency-Key means another batch for another owner", async () => {
  const rooms = new TestRooms();
  const submit = (ownerId: string, count: number) => rooms.submit(count, {}, { ownerId, idempotencyKey: "lesson-7" });
  const anns = await submit("ann", 1);
  expect((await submit("bob", 2)).batch_id).not.toBe(anns.batch_id);
  expect((await submit("ann", 1)).batch_id).toBe(anns.batch_id);
});

describe("an upload", () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';
  const upload = (rooms: TestRooms, ownerId: string) =>
    receiveUpload({ ...rooms, ownerId, readSvg: readSvgSize }, bytes(), "nine.svg", new AbortController().signal);
  async function* bytes() {
    yield new TextEncoder().encode(svg);
  }
  const submit = (rooms: TestRooms, ownerId: string, file: string) =>
    submitColoring(rooms, generateRequestSchema(9).parse({ items: [{ file }] }), {
      ownerId,
      parts: new Map(),
      idempotencyKey: null,
      traceparent: null,
    });

  it("can not be named in a batch of someone else, not even an owner's", async () => {
    const rooms = new TestRooms();
    const { file_id } = await upload(rooms, "ann");
    await expect(submit(rooms, "bob", file_id)).rejects.toMatchObject({ code: "invalid_request" });
    await expect(submit(rooms, "chief", file_id)).rejects.toMatchObject({ code: "invalid_request" });
    await expect(submit(rooms, "ann", file_id)).resolves.toMatchObject({ total_items: 1 });
  });

  it("of the same bytes by two owners is two uploads and one stored file", async () => {
    const rooms = new TestRooms();
    const [anns, bobs] = [await upload(rooms, "ann"), await upload(rooms, "bob")];
    expect(anns.file_id).not.toBe(bobs.file_id);
    expect(anns.sha256).toBe(bobs.sha256);
  });
});
