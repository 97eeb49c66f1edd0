import { expect, it, vi } from "vitest";
import { ModelTurns } from "@/lib/models/turns";

const wide = { atOnce: 100, perMinute: 1000, callMs: 1000 };
const never = new AbortController().signal;
const turns = (limits: Partial<typeof wide>, left: number | null = null, now?: () => number) => {
  const own = { ...wide, ...limits };
  return new ModelTurns({ claude: own, openai: own, gemini: own }, () => left, now);
};
const asks = (changes: object = {}) =>
  ({ model: "claude", batchId: "batch_1", item: "cat.jpg", mostCost: 0.1, ...changes }) as const;

/** Whether a promise has settled by now. */
async function settled(promise: Promise<unknown>): Promise<boolean> {
  let done = false;
  const settle = () => {
    done = true;
  };
  promise.then(settle, settle);
  await new Promise((resolve) => setImmediate(resolve));
  return done;
}

it("lets no more than so many ask at once, in the order they came", async () => {
  const at = turns({ atOnce: 2 });
  const [endFirst] = [await at.take(asks(), never), await at.take(asks(), never)];
  const third = at.take(asks({ item: "third" }), never);
  const fourth = at.take(asks({ item: "fourth" }), never);
  expect(await settled(third)).toBe(false);
  endFirst();
  endFirst(); // ends once only
  expect(await settled(third)).toBe(true);
  expect(await settled(fourth)).toBe(false);
});

it("keeps models apart", async () => {
  const at = turns({ atOnce: 1 });
  await at.take(asks(), never);
  expect(await settled(at.take(asks({ model: "openai" }), never))).toBe(true);
});

it("begins no more than so many in a minute", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  let now = 0;
  const at = turns({ perMinute: 2 }, null, () => now);
  for (const _ of [1, 2]) (await at.take(asks(), never))();
  const third = at.take(asks(), never);
  expect(await settled(third)).toBe(false);
  now = 60_001;
  await vi.advanceTimersByTimeAsync(60_001);
  expect(await settled(third)).toBe(true);
  vi.useRealTimers();
});

it("gives up its place when it is told to stop", async () => {
  const at = turns({ atOnce: 1 });
  const end = await at.take(asks(), never);
  const abort = new AbortController();
  const second = at.take(asks(), abort.signal);
  const third = at.take(asks(), never);
  abort.abort();
  await expect(second).rejects.toMatchObject({ code: "aborted" });
  end();
  expect(await settled(third)).toBe(true);
});

it("refuses a call that might cost more than is left, and names both", async () => {
  const at = turns({}, 0.05);
  await expect(at.take(asks(), never)).rejects.toMatchObject({
    code: "cost_limit",
    message: expect.stringMatching(/cat\.jpg.*\$0\.1000.*\$0\.0500/),
  });
});

it("refuses a call whose cost is not known where there is a bound", async () => {
  await expect(turns({}, 5).take(asks({ mostCost: null }), never)).rejects.toMatchObject({ code: "cost_limit" });
});

it("waits where calls under way may leave too little, and asks or refuses once they have ended", async () => {
  let left = 0.15;
  const own = { ...wide };
  const at = new ModelTurns({ claude: own, openai: own, gemini: own }, () => left);
  const end = await at.take(asks(), never);
  const second = at.take(asks(), never);
  expect(await settled(second)).toBe(false);
  expect(await settled(at.take(asks({ batchId: "batch_2" }), never))).toBe(true);
  left = 0.14; // the first one cost a cent
  end();
  const endSecond = await second;
  const third = at.take(asks(), never);
  left = 0.06;
  endSecond();
  await expect(third).rejects.toMatchObject({ code: "cost_limit" });
});
