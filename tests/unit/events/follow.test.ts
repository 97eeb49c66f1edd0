import { setMaxListeners } from "node:events";
import { expect, it } from "vitest";
import { cancelBatch } from "@/lib/batch/cancel";
import { retryBatch } from "@/lib/batch/retry";
import { appendEvent } from "@/lib/events/log";
import { batchEvents } from "@/lib/events/sse";
import { TestRooms } from "@/tests/support/rooms";

const idsIn = (chunk: Uint8Array | undefined): number[] =>
  [
    ...Buffer.from(chunk ?? [])
      .toString()
      .matchAll(/^id: (\d+)$/gm),
  ].map(([, id]) => Number(id));

/** A batch of one item, a stream of it, and what came of the stream's chunks so far. */
class Follow {
  readonly leave = new AbortController();
  private readonly frames: AsyncGenerator<Uint8Array>;
  readonly ids: number[] = [];

  constructor(
    private readonly rooms: TestRooms,
    private readonly id: string,
    from: number | null,
    closing = new AbortController().signal,
  ) {
    this.frames = batchEvents({ ...rooms, closing }, id, from, this.leave.signal);
  }

  /** Reads until an event with this number came, or the end. */
  async until(seq: number): Promise<void> {
    while ((this.ids.at(-1) ?? 0) < seq) {
      const { value, done } = await this.frames.next();
      if (done) return;
      this.ids.push(...idsIn(value));
    }
  }

  write(count: number): void {
    for (let n = 0; n < count; n++) appendEvent(this.rooms.db, this.id, "progress", `note ${n}`);
    this.rooms.bell.ring(this.id);
  }

  async end(): Promise<void> {
    this.leave.abort();
    await this.frames.return(undefined);
  }
}

const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);

async function batch() {
  const rooms = new TestRooms();
  const { batch_id } = await rooms.submit(1);
  return { rooms, id: batch_id };
}

it("everyone who follows hears every event once and in order, also one that is far behind", async () => {
  const { rooms, id } = await batch();
  const [quick, slow] = [new Follow(rooms, id, 0), new Follow(rooms, id, 0)];
  await Promise.all([quick.until(1), slow.until(1)]);
  for (let round = 0; round < 12; round++) {
    quick.write(100);
    await quick.until(1 + 100 * (round + 1));
  }
  await slow.until(1201);
  expect(quick.ids).toEqual(upTo(1201));
  expect(slow.ids).toEqual(upTo(1201));
  await Promise.all([quick.end(), slow.end()]);
});

it("what goes right to a client and what it pulls are together every event, once and in order", async () => {
  const { rooms, id } = await batch();
  const leave = new AbortController();
  const outlet = { open: true, writes: 0, ids: [] as number[], write: (bytes: Uint8Array) => take(bytes) };
  const take = (bytes: Uint8Array) => {
    outlet.writes++;
    outlet.ids.push(...idsIn(bytes));
  };
  const closing = new AbortController().signal;
  const frames = batchEvents({ ...rooms, closing }, id, 0, leave.signal, outlet);
  const pulling = (async () => {
    for await (const frame of frames) outlet.ids.push(...idsIn(frame));
  })();
  for (let n = 0; n < 60; n++) {
    outlet.open = n % 10 < 7; // as if there were no room for a while
    appendEvent(rooms.db, id, "progress", `note ${n}`);
    rooms.bell.ring(id);
    await new Promise((resolve) => setTimeout(resolve, n % 3));
  }
  await expect.poll(() => outlet.ids.at(-1)).toBe(61);
  cancelBatch(rooms, id);
  await pulling;
  expect(outlet.ids).toEqual(upTo(outlet.ids.length));
  expect(outlet.writes).toBeGreaterThan(5);
  expect(rooms.tails.followers()).toBe(0);
});

it("nobody misses what is written while many others are being told", async () => {
  const { rooms, id } = await batch();
  const many = Array.from({ length: 400 }, () => new Follow(rooms, id, 0));
  await Promise.all(many.map((follow) => follow.until(1)));
  const reading = many.map((follow) => follow.until(61));
  for (let n = 0; n < 60; n++) {
    many[0].write(1);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await Promise.all(reading);
  for (const follow of many) expect(follow.ids).toEqual(upTo(61));
  await Promise.all(many.map((follow) => follow.end()));
});

it("a stream ends at the batch's end, goes past one that was undone, and leaves nothing behind", async () => {
  const { rooms, id } = await batch();
  cancelBatch(rooms, id);
  const [first, second] = [new Follow(rooms, id, 0), new Follow(rooms, id, 0)];
  await first.until(Number.POSITIVE_INFINITY);
  const ended = first.ids.at(-1) ?? 0;
  await second.until(1);
  retryBatch(rooms, id, {});
  await second.until(ended + 1);
  expect(second.ids).toEqual(upTo(ended + 1));
  await second.end();
  expect(rooms.tails.followers()).toBe(0);
  expect(rooms.bell.topics()).toEqual([]);
});

it("a client that goes away while it waits is let go at once, and so are all when the process stops", async () => {
  const { rooms, id } = await batch();
  const closing = new AbortController();
  setMaxListeners(0, closing.signal);
  const waiting = Array.from({ length: 50 }, () => new Follow(rooms, id, null, closing.signal));
  const ended = waiting.map((follow) => follow.until(Number.POSITIVE_INFINITY));
  await expect.poll(() => rooms.tails.followers()).toBe(50);
  for (const follow of waiting.slice(0, 20)) follow.leave.abort();
  await Promise.all(ended.slice(0, 20));
  expect(rooms.tails.followers()).toBe(30);
  closing.abort();
  await Promise.all(ended);
  expect(rooms.tails.followers()).toBe(0);
  expect(rooms.bell.topics()).toEqual([]);
});

it("who has a number that the batch has not come to gets the snapshot, then all that follows", async () => {
  const { rooms, id } = await batch();
  const follow = new Follow(rooms, id, 500);
  await follow.until(1);
  follow.write(2);
  await follow.until(3);
  cancelBatch(rooms, id);
  await follow.until(Number.POSITIVE_INFINITY);
  expect(follow.ids).toEqual([1, 2, 3, 4]);
  await follow.end();
});
