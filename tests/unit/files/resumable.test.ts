import { existsSync, readdirSync, unlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { localOwnerId } from "@/db/schema";
import { sweep } from "@/lib/batch/sweep";
import { fileNameIn } from "@/lib/contracts/resumable";
import { createPartialUpload } from "@/lib/files/resumable/create";
import { uploadStanding } from "@/lib/files/resumable/progress";
import { writers } from "@/lib/files/resumable/writers";
import { uploadTtlMs } from "@/lib/files/uploads";
import { TestRooms } from "@/tests/support/rooms";

const never = new AbortController().signal;

async function begun(rooms: TestRooms, lastGrownAgoMs: number): Promise<string> {
  const place = { ...rooms, ownerId: localOwnerId };
  const { id } = await createPartialUpload(place, { "upload-length": 100, "upload-metadata": "" });
  const at = new Date(Date.now() - lastGrownAgoMs);
  utimesSync(rooms.blobs.partialPath(id), at, at);
  return id;
}

it("sweeps an upload that has not grown for a day, and none that has or that a request is at", async () => {
  const rooms = new TestRooms();
  const old = await begun(rooms, uploadTtlMs + 60_000);
  const young = await begun(rooms, uploadTtlMs - 60_000);
  const busy = await begun(rooms, uploadTtlMs + 60_000);
  writeFileSync(join(rooms.blobs.partialFolder, "left-by-a-kill"), "");
  const longAgo = new Date(Date.now() - uploadTtlMs - 60_000);
  utimesSync(join(rooms.blobs.partialFolder, "left-by-a-kill"), longAgo, longAgo);
  let leave = () => undefined as undefined;
  const working = writers().alone(busy, never, () => new Promise<void>((resolve) => (leave = () => void resolve())));
  await Promise.resolve();

  expect(await sweep({ ...rooms, zips: join(rooms.folder, "zips") })).toMatchObject({ files: 2 });

  expect(readdirSync(rooms.blobs.partialFolder).sort()).toEqual([young, busy].sort());
  const place = { ...rooms, ownerId: localOwnerId };
  await expect(uploadStanding(place, old, never)).rejects.toMatchObject({ code: "not_found" });
  expect(await uploadStanding(place, young, never)).toMatchObject({ offset: 0, length: 100 });
  leave();
  await working;
});

it("forgets an upload whose bytes are gone", async () => {
  const rooms = new TestRooms();
  const id = await begun(rooms, 0);
  unlinkSync(rooms.blobs.partialPath(id));
  await expect(uploadStanding({ ...rooms, ownerId: localOwnerId }, id, never)).rejects.toMatchObject({
    code: "not_found",
  });
  expect(await sweep({ ...rooms, zips: join(rooms.folder, "zips") })).toMatchObject({ files: 1 });
  expect(existsSync(rooms.blobs.partialPath(id))).toBe(false);
});

it("lets the latest of several at one upload have it, once the others have let go", async () => {
  const told: string[] = [];
  const turn = (name: string) =>
    writers()
      .alone("one", never, async (signal) => {
        told.push(`${name} begins`);
        await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
        told.push(`${name} lets go`);
        throw signal.reason;
      })
      .catch(({ code }) => told.push(`${name}: ${code}`));
  const others = [turn("first"), turn("second")];
  await writers().alone("one", never, async () => void told.push("third is alone"));
  await Promise.all(others);
  expect(told.indexOf("third is alone")).toBeGreaterThan(told.indexOf("first lets go"));
  expect(told).not.toContain("second begins");
  expect(told).toEqual(expect.arrayContaining(["first: upload_taken_over", "second: upload_taken_over"]));
  expect(writers().isBusy("one")).toBe(false);
});

it("reads a file's name out of what clients say of it", () => {
  const base64 = (text: string) => Buffer.from(text).toString("base64");
  expect(fileNameIn(`filetype ${base64("image/jpeg")},filename ${base64("große Katze.jpg")}`)).toBe("große Katze.jpg");
  expect(fileNameIn(`is_private, name ${base64("a.jpg")}`)).toBe("a.jpg");
  expect(fileNameIn("")).toBe("");
});
