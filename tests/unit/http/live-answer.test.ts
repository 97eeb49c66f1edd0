import { expect, test } from "vitest";
import { liveAnswer } from "@/app/_http/live-answer";
import { singleton } from "@/lib/singleton";

async function* nothing(): AsyncGenerator<Uint8Array> {}
const kept = () => singleton("live-answers", () => new Map()).size;

test("nothing is kept of a stream whose client has left before it was answered", () => {
  liveAnswer(nothing, {}, AbortSignal.abort());
  expect(kept()).toBe(0);
});

test("nothing is kept of a stream whose client leaves before the answer is written", () => {
  const leaving = new AbortController();
  liveAnswer(nothing, {}, leaving.signal);
  expect(kept()).toBe(1);
  leaving.abort();
  expect(kept()).toBe(0);
});
