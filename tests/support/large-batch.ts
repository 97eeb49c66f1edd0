import { randomBytes } from "node:crypto";
import { type Db, openDatabase } from "@/db/client";
import { batchItems, batchJobs } from "@/db/schema";
import { opaqueId, spanId } from "@/lib/ids";
import type { SpanRecord } from "@/lib/trace/span";
import { storeSpans } from "@/lib/trace/store";

const stages = ["read", "parse", "preprocess", "analyze", "policy", "map", "embed", "store"];
const itemMs = 40;
const slots = 2;

/**
 * Writes a finished deck batch into the database in `folder`, as if it had been worked on: of every `failEach`-th item
 * the first attempt failed while it was mapped. Each item has eleven spans: itself, a wait, an attempt and eight stages.
 * @returns the batch's id.
 */
export function writeLargeBatch(folder: string, items: number, failEach = 97): string {
  const db = openDatabase(folder);
  try {
    return db.transaction((tx) => write(tx as unknown as Db, items, failEach), { behavior: "immediate" });
  } finally {
    db.$client.close();
  }
}

function write(db: Db, items: number, failEach: number): string {
  const id = opaqueId("batch");
  const traceId = randomBytes(16).toString("hex");
  const createdAt = Date.now() - items * itemMs - 60_000;
  const finishedAt = createdAt + 100 + Math.ceil((items + items / failEach) / slots) * itemMs;
  db.insert(batchJobs)
    .values({
      id,
      kind: "deck",
      status: "completed",
      options: {},
      message: "Done",
      totalItems: items,
      processed: items,
      stepsTotal: items,
      stepsDone: items,
      closing: "done",
      traceId,
      createdAt,
      startedAt: createdAt + 50,
      finishedAt,
      exportedAt: finishedAt,
    })
    .run();
  const freeMs = new Array<number>(slots).fill(createdAt + 50);
  for (let index = 0; index < items; index++) {
    const slot = freeMs.indexOf(Math.min(...freeMs));
    const attempts = index % failEach === failEach - 1 ? 2 : 1;
    const itemId = `${id}-${index}`;
    const startedAt = freeMs[slot];
    freeMs[slot] += attempts * itemMs;
    db.insert(batchItems)
      .values({
        id: itemId,
        batchId: id,
        index,
        name: `drawing-${index + 1}.svg`,
        slug: `${index + 1}`,
        prompt: "",
        source: "",
        status: "completed",
        attempts,
        availableAt: createdAt,
        startedAt,
        finishedAt: freeMs[slot],
      })
      .run();
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const startUs = (startedAt + (attempt - 1) * itemMs) * 1000;
      storeSpans(db, { batchId: id, itemId }, attemptSpans(startUs, attempt, attempt < attempts, index));
    }
  }
  return id;
}

/** An attempt's spans; one that failed ends while its shapes are mapped. */
function attemptSpans(startUs: number, attempt: number, failed: boolean, seed: number): SpanRecord[] {
  const root = spanId();
  const done = failed ? stages.slice(0, stages.indexOf("map") + 1) : stages;
  const stageUs = Math.floor(((itemMs - 4) * 1000) / stages.length);
  const error = { "error.code": "stage_failed", "error.message": "The shapes could not be drawn." };
  const children = done.map((name, place) => ({
    spanId: spanId(),
    parentSpanId: root,
    name,
    startUs: startUs + 1000 + place * stageUs,
    endUs: startUs + 1000 + place * stageUs + Math.round(stageUs * (0.4 + ((seed * 7 + place * 3) % 11) / 20)),
    status: failed && name === "map" ? ("error" as const) : ("ok" as const),
    attributes: { elements: 12 + ((seed + place) % 40), ...(failed && name === "map" && error) },
    events: [],
  }));
  const attributes = { "item.name": `drawing-${seed + 1}.svg`, attempt, ...(failed && error) };
  const endUs = startUs + (itemMs - 2) * 1000;
  const status = failed ? ("error" as const) : ("ok" as const);
  return [
    { spanId: root, parentSpanId: null, name: "item", startUs, endUs, status, attributes, events: [] },
    ...children,
  ];
}
