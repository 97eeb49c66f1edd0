import { expect, it } from "vitest";
import { createTray, referenceOf } from "@/app/_components/batch/tray";
import { ProblemError } from "@/app/_data/problem";
import type { UploadPicture } from "@/app/_data/upload-picture";

const send: UploadPicture = async (file) => {
  if (file.name === "notes.txt") throw new ProblemError("no SVG", { status: 415, code: "unsupported_media" });
  const { name, size } = file;
  const sha256 = (await file.text()).padEnd(64, "0");
  return { file_id: `file_${name}`, name, size, sha256, media_type: "image/svg+xml", width: 1, height: 1 };
};
const file = (name: string, content = name) => new File([content], name);
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

it("keeps files and addresses in one order, and counts an address as ready", async () => {
  const tray = createTray(send);
  tray.addAddresses(["https://example.org/z.svg"]);
  tray.add([file("10.svg"), file("2.svg")]);
  await settled();
  expect(tray.tally()).toEqual({ total: 3, ready: 3, refused: 0 });
  const [address, , ten] = tray.order();
  expect(tray.move(address, -1)).toBe(0);
  expect(tray.move(ten, -1)).toBe(1);
  const references = tray.order().map((id) => referenceOf(tray.item(id)!));
  expect(references).toEqual(["https://example.org/z.svg", "file_10.svg", "file_2.svg"]);
});

it("has no reference for what was refused, and does not try it again", async () => {
  const tray = createTray(send);
  tray.add([file("notes.txt")]);
  await settled();
  expect(tray.tally()).toEqual({ total: 1, ready: 0, refused: 1 });
  const [id] = tray.order();
  expect(referenceOf(tray.item(id)!)).toBeNull();
  tray.retry([id]);
  expect(tray.item(id)?.upload).toMatchObject({ state: "refused", retryable: false });
  tray.remove(id);
  expect(tray.tally().total).toBe(0);
});

it("points out a file whose bytes an earlier one has too, whatever it is called", async () => {
  const tray = createTray(send);
  tray.add([file("a.svg", "same"), file("b.svg"), file("copy of a.svg", "same")]);
  await settled();
  const [a, b, copy] = tray.order();
  expect([a, b, copy].map((id) => tray.repeatOf(id))).toEqual([undefined, undefined, "a.svg"]);
  tray.moveBeside(copy, a, "before");
  expect(tray.repeatOf(a)).toBe("copy of a.svg");
  tray.remove(copy);
  expect(tray.repeatOf(a)).toBeUndefined();
});
