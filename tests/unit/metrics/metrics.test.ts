import { expect, it } from "vitest";
import { exposition } from "@/lib/metrics/exposition";
import { gatherMetrics } from "@/lib/metrics/gather";
import { nowUs, type SpanRecord } from "@/lib/trace/store";
import { TestRooms } from "@/tests/support/rooms";

function span(spanId: string, name: string, seconds: number, endedHoursAgo: number, parent = "root"): SpanRecord {
  const endUs = nowUs() - endedHoursAgo * 3.6e9;
  const times = { startUs: Math.round(endUs - seconds * 1e6), endUs: Math.round(endUs) };
  return { spanId, parentSpanId: parent, name, ...times, status: "ok", attributes: {}, events: [] };
}

it("metrics count stages of the last hour into buckets that add up", async () => {
  const rooms = new TestRooms();
  await rooms.submit(1);
  const [lease] = rooms.queue.claimItems(1);
  const spans = [span("a", "outline", 0.2, 0.1), span("b", "outline", 3, 0.9), span("c", "outline", 1, 1.1)];
  rooms.queue.completeItem(lease, { artifacts: [], counts: null }, spans);
  const text = exposition(await gatherMetrics(rooms));
  expect(text).toContain('tracepress_stage_duration_seconds_bucket{stage="outline",le="0.1"} 0\n');
  expect(text).toContain('tracepress_stage_duration_seconds_bucket{stage="outline",le="0.25"} 1\n');
  expect(text).toContain('tracepress_stage_duration_seconds_bucket{stage="outline",le="+Inf"} 2\n');
  expect(text).toContain('tracepress_stage_duration_seconds_sum{stage="outline"} 3.2\n');
  expect(text).toContain('tracepress_items{outcome="completed"} 1\n');
  expect(text).toContain('tracepress_batches{status="completed"} 1\n');
});

it("metrics count those who listen to a batch, and each leaves when it is gone", async () => {
  const rooms = new TestRooms();
  const clients = async () => /^tracepress_sse_clients (\d+)$/m.exec(exposition(await gatherMetrics(rooms)))?.[1];
  rooms.bell.listen("queue", () => undefined);
  const leave = [rooms.bell.listen("batch_a", () => undefined), rooms.bell.listen("batch_b", () => undefined)];
  expect(await clients()).toBe("2");
  for (const go of leave) go();
  expect(await clients()).toBe("0");
});

it("a label may hold any text", () => {
  const samples = [{ labels: { stage: 'a"b\\c\nd' }, value: 1 }];
  const text = exposition([{ name: "x", help: "X.", type: "gauge", samples }]);
  expect(text).toBe('# HELP x X.\n# TYPE x gauge\nx{stage="a\\"b\\\\c\\nd"} 1\n');
});
