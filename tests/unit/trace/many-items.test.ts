import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { artifacts, batchItems, batchJobs } from "@/db/schema";
import { deckOptionsSchema } from "@/lib/contracts/deck";
import { traceQuerySchema, traceSchema } from "@/lib/contracts/trace";
import { slideTraceType } from "@/lib/pipelines/deck/stored-slide";
import { failedSlide } from "@/lib/pipelines/deck/trace/failed-slide";
import { traceDocument } from "@/lib/trace/document";
import { storeSpans } from "@/lib/trace/store";
import { TestRooms } from "../../support/rooms";

const count = 10_000;
const stages = ["read", "parse", "preprocess", "analyze", "policy", "map", "embed", "store"];
const batchId = "batch_of_many";
const startUs = 1_700_000_000_000_000;

/** A deck of 10,000 slides as it stands in the tables when it is done, each with its spans and its page of the trace. */
async function deckOfMany(rooms: TestRooms): Promise<void> {
  const ended = { createdAt: 1, startedAt: 2, finishedAt: 3 };
  const sizes = { totalItems: count, processed: count, stepsTotal: 1 };
  const options = deckOptionsSchema.parse({});
  const batch = { id: batchId, kind: "deck", status: "completed", closing: "done", traceId: "a".repeat(32) } as const;
  rooms.db
    .insert(batchJobs)
    .values({ ...batch, ...ended, ...sizes, options, message: "" })
    .run();
  const error = { code: "invalid_svg", message: "It is ".padEnd(25_000, "very "), stage: "parse", retryable: false };
  const page = JSON.stringify(failedSlide({ index: 0, name: "slide.svg", attempts: 1, error }, 0));
  const { key, size } = await rooms.blobs.write(Buffer.from(page));
  rooms.db.transaction((tx) => {
    for (let index = 0; index < count; index++) {
      const id = `item_${index}`;
      const row = {
        id,
        batchId,
        index,
        name: `${index}.svg`,
        slug: `${index}`,
        prompt: "",
        source: key,
        availableAt: 1,
      };
      tx.insert(batchItems)
        .values({ ...row, status: "completed", attempts: 1, startedAt: 2, finishedAt: 3 })
        .run();
      const trace = {
        name: `trace/${index}.json`,
        mediaType: slideTraceType,
        size,
        blob: key,
        role: "intermediate",
      } as const;
      tx.insert(artifacts)
        .values({ batchId, itemId: id, ...trace })
        .run();
      const span = { startUs, endUs: startUs + 9, status: "ok" } as const;
      const rows = ["item", ...stages].map((name, step) => ({
        ...span,
        spanId: `${id}-${step}`,
        parentSpanId: step === 0 ? null : `${id}-0`,
        name,
        attributes: {},
        events: [],
      }));
      storeSpans(tx, { batchId, itemId: id }, rows);
    }
  });
}

it("the trace of 10,000 slides is served whole by a process with room for half of it, and in parts", async () => {
  const rooms = new TestRooms();
  await deckOfMany(rooms);
  const command = [
    "--max-old-space-size=128",
    "--import",
    "tsx",
    "tests/support/stream-trace.ts",
    rooms.folder,
    batchId,
  ];
  const { stdout } = await promisify(execFile)(process.execPath, command);
  expect(Number(stdout)).toBeGreaterThan(250_000_000);

  const query = { ...traceQuerySchema.parse({ items_from: "9990", items: "200" }), format: "json" } as const;
  let text = "";
  const batch = rooms.db.select().from(batchJobs).get() ?? expect.fail("no batch");
  for await (const piece of traceDocument(rooms, batch, query)) text += piece;
  const part = traceSchema.parse(JSON.parse(text));
  expect(part.page_count).toBe(count);
  expect(part.trace_data.debug_trace).toHaveLength(10);
  expect(part.spans.filter(({ name }) => name === "item").map(({ attributes }) => attributes["item.index"])).toEqual([
    9990, 9991, 9992, 9993, 9994, 9995, 9996, 9997, 9998, 9999,
  ]);
});
