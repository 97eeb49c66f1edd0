import { expect, it, onTestFinished, vi } from "vitest";
import { createTray } from "@/app/_components/batch/tray";
import { referenceOf } from "@/app/_components/batch/tray-item";
import { undoRemoval } from "@/app/_components/batch/undo";
import { ProblemError, unreachable } from "@/app/_data/problem";
import type { UploadPicture } from "@/app/_data/upload-picture";

/** What is in each file: to read one takes a time that no test can know. */
const contents = new WeakMap<File, string>();

const send: UploadPicture = async (file) => {
  if (file.name === "notes.txt") throw new ProblemError("no SVG", { status: 415, code: "unsupported_media" });
  const { name, size } = file;
  const sha256 = (contents.get(file) ?? "").padEnd(64, "0");
  return {
    file_id: `file_${name}`,
    name,
    size,
    sha256,
    media_type: "image/svg+xml",
    width: 1,
    height: 1,
    problem: null,
  };
};
const never = { signal: new AbortController().signal, onProgress: () => {} };
const file = (name: string, content = name) => {
  const made = new File([content], name);
  contents.set(made, content);
  return made;
};
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

it("keeps files and addresses in one order, and counts an address as ready", async () => {
  const tray = createTray(send);
  tray.addAddresses(["https://example.org/z.svg"]);
  tray.add([file("10.svg"), file("2.svg")]);
  await settled();
  expect(tray.tally()).toEqual({ total: 3, ready: 3, refused: 0, offline: 0, prompts: 0 });
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
  expect(tray.tally()).toEqual({ total: 1, ready: 0, refused: 1, offline: 0, prompts: 0 });
  const [id] = tray.order();
  expect(referenceOf(tray.item(id)!)).toBeNull();
  tray.retry([id]);
  expect(tray.item(id)?.upload).toMatchObject({ state: "refused", retryable: false });
  tray.remove([id]);
  expect(tray.tally().total).toBe(0);
});

it("knows what has come but cannot be drawn as refused, and puts another file in its place, with its prompt", async () => {
  const torn: UploadPicture = async (whole, watch) => ({ ...(await send(whole, watch)), problem: "It was cut off." });
  const tray = createTray((whole, watch) => (whole.name === "torn.svg" ? torn : send)(whole, watch));
  tray.add([file("a.svg"), file("torn.svg"), file("z.svg")]);
  await settled();
  const [a, id, z] = tray.order();
  const fault = { code: "unsupported_media", message: "It was cut off." };
  expect(tray.item(id)?.upload).toEqual({ state: "refused", fault, retryable: false });
  expect(tray.tally()).toMatchObject({ total: 3, ready: 2, refused: 1 });
  tray.setPrompts(new Map([[id, "simple"]]));

  const whole = tray.replace(id, file("whole.svg"));
  await settled();
  expect(tray.order()).toEqual([a, whole, z]);
  expect(tray.item(whole)).toMatchObject({ name: "whole.svg", prompt: "simple", upload: { state: "ready" } });
  expect(tray.item(id)).toBeUndefined();
});

it("points out a file whose bytes an earlier one has too, whatever it is called", async () => {
  const tray = createTray(send);
  tray.add([file("a.svg", "same"), file("b.svg"), file("copy of a.svg", "same")]);
  await settled();
  const [a, b, copy] = tray.order();
  expect([a, b, copy].map((id) => tray.repeatOf(id))).toEqual([undefined, undefined, "a.svg"]);
  tray.moveBeside(copy, a, "before");
  expect(tray.repeatOf(a)).toBe("copy of a.svg");
  tray.remove([copy]);
  expect(tray.repeatOf(a)).toBeUndefined();
});

it("sends again by itself what a broken connection cut off, and nothing else meanwhile", async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  let reachable = false;
  const asked: string[] = [];
  const tray = createTray((whole, watch) => {
    asked.push(whole.name);
    return reachable ? send(whole, watch) : Promise.reject(unreachable());
  });
  tray.add(["1.svg", "2.svg", "3.svg", "4.svg"].map((name) => file(name)));
  await vi.advanceTimersByTimeAsync(10);
  expect(tray.tally()).toEqual({ total: 4, ready: 0, refused: 0, offline: 3, prompts: 0 });
  expect(asked).toEqual(["1.svg", "2.svg", "3.svg"]);
  reachable = true;
  await vi.advanceTimersByTimeAsync(1_000);
  expect(tray.tally()).toEqual({ total: 4, ready: 4, refused: 0, offline: 0, prompts: 0 });
});

it("lays out what a batch was submitted with in place of what lies there", async () => {
  const tray = createTray(send);
  tray.add([file("old.svg")]);
  tray.setCommon("a {name}");
  await settled();
  const upload = { state: "ready", file: await send(file("new.svg"), never) } as const;
  const refused = { state: "refused", fault: { code: null, message: "It is no picture." }, retryable: false } as const;
  tray.layAgain([
    { name: "new.svg", file: null, preview: "/new", prompt: "bold", upload },
    { name: "bad.svg", file: null, preview: null, upload: refused },
  ]);
  const laid = tray.order().map((id) => tray.item(id));
  expect(laid.map((item) => [item?.name, item?.prompt])).toEqual([
    ["new.svg", "bold"],
    ["bad.svg", ""],
  ]);
  expect(tray.common()).toBe("");
  expect(tray.tally()).toEqual({ total: 2, ready: 1, refused: 1, offline: 0, prompts: 0 });
});

it("takes prompts without a file, called by their first words, as ready", () => {
  const tray = createTray(send);
  tray.addPrompts(["a cat", "a very old dragon that reads a book about very old dragons"]);
  expect(tray.tally()).toEqual({ total: 2, ready: 2, refused: 0, offline: 0, prompts: 2 });
  const items = tray.order().map((id) => tray.item(id)!);
  expect(items.map(({ name }) => name)).toEqual(["a cat", "a very old dragon that reads a book…"]);
  expect(items.map(({ prompt }) => prompt.length)).toEqual([5, 58]);
  expect(items.map(referenceOf)).toEqual([null, null]);
});

it("puts back what was removed last, where it was among what is still there", async () => {
  const tray = createTray(send);
  tray.add([file("a.svg"), file("b.svg"), file("c.svg"), file("d.svg")]);
  await settled();
  const names = () => tray.order().map((id) => tray.item(id)?.name);
  const [a, b, c] = tray.order();
  tray.setPrompts(new Map([[b, "a boat"]]));
  tray.remove([b, c]);
  tray.reverse();
  tray.remove([a]);
  expect(names()).toEqual(["d.svg"]);
  expect(undoRemoval(tray)).toEqual([a]);
  expect(names()).toEqual(["d.svg", "a.svg"]);
  expect(undoRemoval(tray)).toEqual([b, c]);
  expect(names()).toEqual(["d.svg", "a.svg", "b.svg", "c.svg"]);
  expect(tray.item(b)).toMatchObject({ prompt: "a boat", upload: { state: "ready" } });
  expect(undoRemoval(tray)).toEqual([]);
});

it("sends anew what was on its way when it was removed, and forgets what is gone for good", async () => {
  const asked: string[] = [];
  const tray = createTray((whole, { signal }) => {
    asked.push(whole.name);
    if (asked.length > 1) return send(whole, never);
    return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
  });
  tray.add([file("a.svg")]);
  const [a] = tray.order();
  tray.remove([a]);
  await settled();
  undoRemoval(tray);
  await settled();
  expect(asked).toEqual(["a.svg", "a.svg"]);
  expect(tray.tally()).toMatchObject({ total: 1, ready: 1 });
  tray.handOver([a]);
  expect(undoRemoval(tray)).toEqual([]);
  tray.add([file("b.svg")]);
  tray.remove(tray.order());
  tray.clear();
  expect(tray.lastRemoval()).toBeNull();
});
