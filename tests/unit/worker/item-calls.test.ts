import { expect, it } from "vitest";
import { ModelTurns } from "@/lib/models/turns";
import { unmeteredCall } from "@/lib/models/unmetered";
import type { ItemLease } from "@/lib/queue/queue";
import { ItemCalls, type ItemCallsInput } from "@/lib/worker/item-calls";
import { StageDeadline } from "@/lib/worker/stage-deadline";
import { TestRooms } from "@/tests/support/rooms";

const one = { atOnce: 1, perMinute: 100, callMs: 1000 };
const turn = { type: "turn", mostCost: null } as const;

function callsOn(rooms: TestRooms, lease: ItemLease, turns: ModelTurns, more: Partial<ItemCallsInput> = {}): ItemCalls {
  const deadline = new StageDeadline(60_000, () => undefined);
  const { signal } = new AbortController();
  const guarded = (work: () => void) => work();
  return new ItemCalls({ lease, model: "claude", turns, queue: rooms.queue, deadline, signal, guarded, ...more });
}

async function roomsWithTurns() {
  const rooms = new TestRooms({ ANTHROPIC_API_KEY: "sk-none" });
  await rooms.submit(2);
  const leases = rooms.queue.claimItems(2);
  return { rooms, leases, turns: new ModelTurns({ claude: one, openai: one, gemini: one }, () => null) };
}

it("a thread that is gone while it waits for its turn takes none", async () => {
  const { rooms, leases, turns } = await roomsWithTurns();
  const [first, second, third] = [leases[0], leases[1], leases[1]].map((lease) => callsOn(rooms, lease, turns));
  expect(await first.heard(turn)).toBeNull();
  const waiting = second.heard(turn);
  second.end();
  expect(await waiting).toMatchObject({ code: "aborted" });
  first.end();
  expect(await third.heard(turn)).toBeNull();
});

it("a turn is given back by a thread that died while it had it", async () => {
  const { rooms, leases, turns } = await roomsWithTurns();
  const [first, second] = leases.map((lease) => callsOn(rooms, lease, turns));
  await first.heard(turn);
  first.end();
  expect(await second.heard(turn)).toBeNull();
});

it("what was paid is written once, however long the database is locked and whoever holds the item by then", async () => {
  const { rooms, leases, turns } = await roomsWithTurns();
  let locked = true;
  const faults: unknown[] = [];
  const queue = {
    addUsage: (...paid: Parameters<TestRooms["queue"]["addUsage"]>) => {
      if (locked) throw new Error("database is locked");
      rooms.queue.addUsage(...paid);
    },
  };
  const guarded = (work: () => void) => {
    try {
      work();
    } catch (fault) {
      faults.push(fault);
    }
  };
  const [lease] = leases;
  const calls = callsOn(rooms, lease, turns, { queue, guarded });
  const usage = { ...unmeteredCall("claude-x"), unmetered_calls: 0, cost: 0.25 };
  await calls.heard({ type: "spent", usage, mostUnmetered: 0 });
  expect(faults).toHaveLength(1);
  rooms.queue.release(lease);
  locked = false;
  calls.end();
  calls.end();
  const row = rooms.db.$client.prepare("select cost from batch_jobs").get();
  expect(row).toEqual({ cost: 250_000 });
});
