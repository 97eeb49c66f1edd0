import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { eq } from "drizzle-orm";
import pino from "pino";
import { expect, it, onTestFinished } from "vitest";
import { batchJobs } from "@/db/schema";
import { collectorOf } from "@/lib/trace/collector";
import { startExporter } from "@/lib/trace/exporter";
import { TestRooms } from "../../support/rooms";

interface Message {
  headers: IncomingHttpHeaders;
  traceId: string;
  resource: unknown;
}

/** A collector of this test, which answers a trace's spans with a status. */
async function collector(statusFor: (traceId: string) => number) {
  const taken: Message[] = [];
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      const [{ resource, scopeSpans }] = JSON.parse(Buffer.concat(chunks).toString()).resourceSpans;
      const { traceId } = scopeSpans[0].spans[0];
      taken.push({ headers: request.headers, traceId, resource });
      response.writeHead(statusFor(traceId)).end("{}");
    });
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  onTestFinished(() => void server.close());
  return { taken, endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

async function endedBatch(rooms: TestRooms, traceId: string, finishedAt: number): Promise<void> {
  const traceparent = `00-${traceId}-00f067aa0ba902b7-01`;
  const { batch_id } = await rooms.submit(1, {}, { traceparent });
  rooms.db.update(batchJobs).set({ status: "completed", finishedAt }).where(eq(batchJobs.id, batch_id)).run();
}

it("a trace that the collector will not have is given up, and keeps no other back", async () => {
  const rooms = new TestRooms();
  const [bad, good] = ["b".repeat(32), "a".repeat(32)];
  const { taken, endpoint } = await collector((traceId) => (traceId === bad ? 400 : 200));
  await endedBatch(rooms, bad, 1);
  await endedBatch(rooms, good, 2);
  const to = collectorOf({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint });
  const stop = startExporter(rooms.db, to ?? expect.fail("no collector"), pino({ level: "silent" }));
  onTestFinished(stop);
  await expect.poll(() => taken.map(({ traceId }) => traceId)).toEqual([bad, good]);
  const unsent = () =>
    rooms.db
      .select()
      .from(batchJobs)
      .all()
      .filter(({ exportedAt }) => exportedAt === null);
  await expect.poll(unsent).toEqual([]);
});

it("says what the operator's variables say of the sender", async () => {
  const rooms = new TestRooms();
  const { taken, endpoint } = await collector(() => 200);
  await endedBatch(rooms, "c".repeat(32), 1);
  const to = collectorOf({
    OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${endpoint}/own`,
    OTEL_EXPORTER_OTLP_HEADERS: "authorization=Bearer%20secret",
    OTEL_SERVICE_NAME: "studio",
    OTEL_RESOURCE_ATTRIBUTES: "service.name=other,deployment.environment.name=school",
  });
  const stop = startExporter(rooms.db, to ?? expect.fail("no collector"), pino({ level: "silent" }));
  onTestFinished(stop);
  await expect
    .poll(() => taken)
    .toMatchObject([
      {
        headers: { authorization: "Bearer secret" },
        resource: {
          attributes: [
            { key: "service.name", value: { stringValue: "studio" } },
            { key: "deployment.environment.name", value: { stringValue: "school" } },
          ],
        },
      },
    ]);
});

it("nothing is sent where the operator turned it off or names no collector", () => {
  const OTEL_EXPORTER_OTLP_ENDPOINT = "http://127.0.0.1:4318";
  expect(collectorOf({})).toBeNull();
  expect(collectorOf({ OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_TRACES_EXPORTER: "none" })).toBeNull();
  expect(collectorOf({ OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_SDK_DISABLED: "true" })).toBeNull();
  expect(collectorOf({ OTEL_EXPORTER_OTLP_ENDPOINT })?.url).toBe("http://127.0.0.1:4318/v1/traces");
});
