import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { batchItems } from "@/db/schema";
import { localOwner } from "@/lib/access/caller";
import { listBatches } from "@/lib/batch/list";
import { listQuerySchema } from "@/lib/contracts/list";
import { TestRooms } from "@/tests/support/rooms";

const rooms = () => {
  const all = new TestRooms({ TRACEPRESS_MAX_PENDING_ITEMS: "100000" });
  const batch = async (title: string, name: string, prompt = "", items = 1): Promise<string> => {
    const { batch_id } = await all.submit(items, { title });
    all.db.update(batchItems).set({ name, prompt }).where(eq(batchItems.batchId, batch_id)).run();
    return batch_id;
  };
  const list = (query: object, signal?: AbortSignal) =>
    listBatches(all.db, listQuerySchema.parse(query), localOwner, signal);
  const find = async (words: string) => (await list({ find: words })).batches.map(({ batch_id }) => batch_id);
  return { batch, list, find };
};

it("finds batches by words of their title, their files and their prompts, in any order and in capitals or not", async () => {
  const { batch, find } = rooms();
  const farm = await batch("Farm animals", "cow.jpg", "a spotted cow");
  const sea = await batch("", "Whale at sea.png");
  expect(await find("ANIMALS")).toEqual([farm]);
  expect(await find("spotted farm")).toEqual([farm]);
  expect(await find("sea whale")).toEqual([sea]);
  expect(await find("a")).toEqual([sea, farm]);
  expect(await find("farm whale")).toEqual([]);
  expect(await find(farm.slice(3))).toEqual([farm]);
  expect(await find("  ")).toEqual([sea, farm]);
});

it("finds an umlaut however it is written, and takes signs as they stand", async () => {
  const { batch, find } = rooms();
  const fox = await batch("", "Füchse 100%.png");
  expect(await find("FÜCHSE")).toEqual([fox]);
  expect(await find("fu\u0308chse")).toEqual([fox]);
  expect(await find("100%")).toEqual([fox]);
  expect(await find("1_0")).toEqual([]);
});

it("finds a page at a time, each batch once", async () => {
  const { batch, list } = rooms();
  const made: string[] = [];
  for (let i = 0; i < 7; i++) made.push(await batch(i % 2 === 0 ? "Boats" : "Trains", "one.jpg"));
  const first = await list({ find: "boats", limit: 3 });
  const rest = await list({ find: "boats", limit: 3, cursor: first.next_cursor });
  expect(rest.next_cursor).toBeNull();
  const found = [...first.batches, ...rest.batches].map(({ batch_id }) => batch_id);
  expect(found).toEqual([made[6], made[4], made[2], made[0]]);
});

it("lets everything else have its turn while it looks through much, and stops when no one waits for it", async () => {
  const { batch, list } = rooms();
  for (let i = 0; i < 20; i++) await batch("", "page.jpg", "a long story ".repeat(200), 1000);
  let turns = 0;
  const count = setInterval(() => turns++, 1);
  const { batches } = await list({ find: "nowhere" });
  clearInterval(count);
  expect(batches).toEqual([]);
  expect(turns).toBeGreaterThan(1);
  const left = AbortSignal.timeout(1);
  await expect(list({ find: "nowhere" }, left)).rejects.toThrow(/abort|timeout/i);
});
