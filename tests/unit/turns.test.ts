import { expect, it } from "vitest";
import { Turns } from "@/lib/turns";

it("lets nobody go before the one at work, although those between them have stopped waiting", async () => {
  const turns = new Turns();
  const { signal } = new AbortController();
  const seen: string[] = [];
  let finish = () => {};
  const first = turns.take("desk", signal, async () => {
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    seen.push("first");
  });
  const impatient = new AbortController();
  const second = turns.take("desk", impatient.signal, async () => void seen.push("second"));
  impatient.abort(new Error("gone"));
  await expect(second).rejects.toThrow("gone");
  const third = turns.take("desk", signal, async () => void seen.push("third"));
  await new Promise((resolve) => setImmediate(resolve)); // All that could begin has begun by then.
  expect(seen).toEqual([]);
  finish();
  await Promise.all([first, third]);
  expect(seen).toEqual(["first", "third"]);
});
