import { expect, it } from "vitest";
import { Metrics } from "@/lib/metrics/metrics";
import { nowUs, type SpanRecord } from "@/lib/trace/span";
import { TestRooms } from "@/tests/support/rooms";

function span(name: string, seconds: number): SpanRecord {
  const endUs = nowUs();
  const times = { startUs: Math.round(endUs - seconds * 1e6), endUs };
  return { spanId: name, parentSpanId: "root", name, ...times, status: "ok", attributes: {}, events: [] };
}

const linesOf = async (metrics: Metrics) => (await metrics.registry.metrics()).split("\n");

it("metrics count stages into buckets that add up", async () => {
  const metrics = new Metrics(new TestRooms());
  metrics.stagesEnded([span("outline", 0.2), span("outline", 3)]);
  const lines = await linesOf(metrics);
  expect(lines).toContain('tracepress_stage_duration_seconds_bucket{le="0.1",stage="outline"} 0');
  expect(lines).toContain('tracepress_stage_duration_seconds_bucket{le="0.25",stage="outline"} 1');
  expect(lines).toContain('tracepress_stage_duration_seconds_bucket{le="+Inf",stage="outline"} 2');
  expect(lines).toContain('tracepress_stage_duration_seconds_sum{stage="outline"} 3.2');
});

it("metrics tell how much waits, for how long, and what came of the rest, by kind", async () => {
  const rooms = new TestRooms();
  const metrics = new Metrics(rooms);
  expect(await linesOf(metrics)).toContain('tracepress_oldest_pending_seconds{kind="coloring"} 0');
  await rooms.submit(3);
  const [first] = rooms.queue.claimItems(2);
  rooms.queue.completeItem(first, { artifacts: [], counts: null }, []);
  await new Promise((resolve) => setTimeout(resolve, 20));
  const lines = await linesOf(metrics);
  expect(lines).toContain('tracepress_queue_items{kind="coloring",status="pending"} 1');
  expect(lines).toContain('tracepress_queue_items{kind="coloring",status="running"} 1');
  expect(lines).toContain('tracepress_queue_items{kind="deck",status="pending"} 0');
  expect(lines).toContain('tracepress_items{outcome="completed"} 1');
  expect(lines).toContain('tracepress_batches{status="processing"} 1');
  const oldest = lines.find((line) => line.startsWith('tracepress_oldest_pending_seconds{kind="coloring"}'));
  expect(Number(oldest?.split(" ")[1])).toBeGreaterThan(0.01);
});

it("metrics count those who follow a batch, and each leaves when it is gone", async () => {
  const rooms = new TestRooms();
  const metrics = new Metrics(rooms);
  const { batch_id } = await rooms.submit(1);
  const clients = async () => (await linesOf(metrics)).find((line) => line.startsWith("tracepress_sse_clients "));
  rooms.tails.join(batch_id);
  rooms.tails.join(batch_id);
  expect(await clients()).toBe("tracepress_sse_clients 2");
  rooms.tails.leave(batch_id);
  rooms.tails.leave(batch_id);
  expect(await clients()).toBe("tracepress_sse_clients 0");
  expect(rooms.bell.topics()).toEqual([]);
});
