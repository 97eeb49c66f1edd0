import { createHash, randomBytes } from "node:crypto";
import { mkdir, open, truncate, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { openDatabase } from "@/db/client";
import { artifacts, batchItems, batchJobs } from "@/db/schema";
import { BlobStore } from "@/lib/files/blobs";
import { itemIds, opaqueId, traceId } from "@/lib/ids";

/** The first file is hollow beyond its first megabyte, so that it takes no room; the others are noise throughout. */
async function layFile(path: string, size: number, hollow: boolean): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, randomBytes(hollow ? 1_000_000 : size));
  await truncate(path, size);
  const file = await open(path, "r");
  await file.sync();
  await file.close();
}

/** Writes a finished batch of one page per size, in bytes, into a data folder. @returns its id and its files. */
export async function layBatch(data: string, sizes: number[]): Promise<{ id: string; paths: string[] }> {
  const db = openDatabase(data);
  const blobs = new BlobStore(data);
  const id = opaqueId("batch");
  const now = Date.now();
  const itemId = itemIds();
  const total = sizes.length;
  const counts = { totalItems: total, processed: total, stepsTotal: total, stepsDone: total };
  const times = { createdAt: now, startedAt: now, finishedAt: now };
  const batch = { id, kind: "coloring", status: "completed", options: {}, message: "done", closing: "none" } as const;
  db.insert(batchJobs)
    .values({ ...batch, ...counts, ...times, traceId: traceId(), keep: true })
    .run();
  const paths: string[] = [];
  for (const [index, size] of sizes.entries()) {
    const blob = createHash("sha256").update(`${id} ${index}`).digest("hex");
    await layFile(blobs.path(blob), size, index === 0);
    paths.push(blobs.path(blob));
    const item = { id: itemId(index), batchId: id, index, name: `${index}.png`, slug: `${index}`, prompt: "" };
    db.insert(batchItems)
      .values({ ...item, source: "", status: "completed", availableAt: now, finishedAt: now })
      .run();
    const name = `pages/${String(index + 1).padStart(3, "0")}.png`;
    const file = { batchId: id, itemId: item.id, name, mediaType: "image/png", size, blob } as const;
    db.insert(artifacts)
      .values({ ...file, role: "output" })
      .run();
  }
  db.$client.close();
  return { id, paths };
}
