import { setImmediate as turn } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { readAhead } from "@/lib/pipelines/deck/read-ahead";

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

describe("slides read ahead of the one that is packed", () => {
  test("come in order, however long each takes, and no more than a few at a time", async () => {
    let begun = 0;
    let most = 0;
    const read = async (index: number) => {
      begun++;
      for (let turns = index % 3; turns > 0; turns--) await turn();
      return index;
    };
    const taken: number[] = [];
    for await (const index of readAhead(numbers(20), 3, read)) {
      taken.push(index);
      most = Math.max(most, begun - taken.length);
      await turn();
    }
    expect(taken).toEqual(numbers(20));
    expect(most).toBe(3);
  });

  test("fail at the turn of the one that cannot be read, not before", async () => {
    const read = async (index: number) => {
      if (index === 2) throw new Error("no slide");
      return index;
    };
    const taken: number[] = [];
    const all = async () => {
      for await (const index of readAhead(numbers(5), 4, read)) taken.push(index);
    };
    await expect(all()).rejects.toThrow("no slide");
    expect(taken).toEqual([0, 1]);
  });
});
