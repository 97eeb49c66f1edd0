import { expect, it } from "vitest";
import { batchEventSchema } from "@/lib/contracts/events";
import { eventsSince } from "@/lib/events/log";
import type { ItemLease } from "@/lib/queue/queue";
import { Commits } from "@/lib/worker/commits";
import { TestRooms } from "@/tests/support/rooms";

/** A batch of two pictures, one of which is being drawn, and how often its listeners were rung. */
async function drawing() {
  const rooms = new TestRooms();
  const { batch_id } = await rooms.submit(2);
  const [lease] = rooms.queue.claimItems(1);
  let rings = 0;
  let onRing = () => {};
  rooms.bell.listen(batch_id, () => {
    rings++;
    onRing();
  });
  const rung = new Promise<void>((resolve) => {
    onRing = resolve;
  });
  const failures: unknown[] = [];
  const commits = new Commits(rooms.queue, {
    claim: () => [],
    begin: () => {},
    failed: (thrown) => failures.push(thrown),
  });
  const told = () =>
    eventsSince(rooms.db, batch_id, 2).map(({ data }) => {
      const { stage, item_status, at } = batchEventSchema.parse(JSON.parse(data));
      return { stage, item_status, at };
    });
  return { rooms, lease, commits, failures, told, rung, rings: () => rings };
}

const done = (rooms: TestRooms, lease: ItemLease) => () =>
  void rooms.queue.completeItem(lease, { artifacts: [], counts: null }, []);

it("short stages are written with the end of their item, in order and each with its own time", async () => {
  const { rooms, lease, commits, told, rings } = await drawing();
  const at = Date.parse("2026-01-02T03:04:05.006Z");
  commits.tell(() => void rooms.queue.stageStarted(lease, "decode", 0, at));
  commits.tell(() => void rooms.queue.stageStarted(lease, "clean", 1, at + 4));
  await commits.end(done(rooms, lease));
  expect(told()).toEqual([
    { stage: "decode", item_status: "running", at: "2026-01-02T03:04:05.006Z" },
    { stage: "clean", item_status: "running", at: "2026-01-02T03:04:05.010Z" },
    { stage: "clean", item_status: "completed", at: expect.any(String) },
  ]);
  expect(rings()).toBe(1);
});

it("a stage that lasts is told of by itself", async () => {
  const { rooms, lease, commits, told, rung } = await drawing();
  commits.tell(() => void rooms.queue.stageStarted(lease, "decode", 0));
  await rung;
  expect(told()).toMatchObject([{ stage: "decode", item_status: "running" }]);
});

it("a stage that cannot be written keeps no end from being written", async () => {
  const { rooms, lease, commits, told, failures } = await drawing();
  const full = new Error("the disk is full");
  commits.tell(() => {
    throw full;
  });
  await commits.end(done(rooms, lease));
  expect(told()).toMatchObject([{ item_status: "completed" }]);
  expect(failures).toEqual([full]);
});

it("what is flushed is on disk at once", async () => {
  const { rooms, lease, commits, told, rings } = await drawing();
  commits.flush();
  commits.tell(() => void rooms.queue.stageStarted(lease, "decode", 0));
  commits.flush();
  expect(told()).toMatchObject([{ stage: "decode" }]);
  expect(rings()).toBe(1);
});
