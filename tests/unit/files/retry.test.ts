import { describe, expect, it } from "vitest";
import { TracepressError } from "@/lib/errors";
import { withRetries } from "@/lib/files/retry";

const rules = { attempts: 3, firstWaitMs: 20, longestWaitMs: 1500 };
const longest = { random: () => 1 };
const passing = (retryAfter?: number) =>
  new TracepressError("remote_unavailable", "It answered 503.", retryAfter === undefined ? {} : { retryAfter });

/** Work that fails with these errors in turn, then succeeds; and when each attempt was made. */
function failing(...errors: Error[]) {
  const times: number[] = [];
  const work = async (attempt: number) => {
    times.push(performance.now());
    const error = errors[attempt - 1];
    if (error !== undefined) throw error;
    return attempt;
  };
  return { work, times };
}

describe("trying again", () => {
  it("goes on until it succeeds, waiting longer each time", async () => {
    const { work, times } = failing(passing(), passing());
    expect(await withRetries(work, rules, longest)).toBe(3);
    expect(times[1] - times[0]).toBeGreaterThanOrEqual(19);
    expect(times[2] - times[1]).toBeGreaterThanOrEqual(39);
  });

  it("ends with the last error", async () => {
    const { work, times } = failing(passing(), passing(), passing());
    await expect(withRetries(work, rules, longest)).rejects.toThrow("503");
    expect(times).toHaveLength(3);
  });

  it("waits as long as the server asks", async () => {
    const { work, times } = failing(passing(1));
    await withRetries(work, rules, { random: () => 0 });
    expect(times[1] - times[0]).toBeGreaterThanOrEqual(990);
  });

  it("does not wait for a server that asks for too long", async () => {
    const { work, times } = failing(passing(60));
    await expect(withRetries(work, rules, longest)).rejects.toMatchObject({ retryAfter: 60 });
    expect(times).toHaveLength(1);
  });

  it("is not done for what will not pass", async () => {
    for (const error of [new TracepressError("remote_refused", "It answered 404."), new Error("A fault of ours.")]) {
      const { work, times } = failing(error);
      await expect(withRetries(work, rules, longest)).rejects.toBe(error);
      expect(times).toHaveLength(1);
    }
  });

  it("ends when it is told to stop", async () => {
    const stop = new AbortController();
    const { work, times } = failing(passing(1), passing());
    setTimeout(() => stop.abort(), 20);
    await expect(withRetries(work, rules, { signal: stop.signal })).rejects.toMatchObject({ name: "AbortError" });
    expect(times).toHaveLength(1);
  });
});
