import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import Database from "better-sqlite3";
import { expect } from "vitest";
import { z } from "zod";
import { openDatabase } from "@/db/client";
import { sweep } from "@/lib/batch/sweep";
import { readConfig } from "@/lib/config";
import { isTerminal } from "@/lib/contracts/terms/status";
import { BlobStore } from "@/lib/files/blobs";
import { packedZip } from "@/lib/files/zip/pack";
import { TestClient } from "@/tests/support/client";
import type { TestServer } from "@/tests/support/server";
import { readZip } from "@/tests/support/zip";
import type { Entry, Ledger } from "./ledger";
import { makeFilesOld } from "./neglect";

const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

const fileSchema = z.object({ name: z.string(), sha256: z.string() });
const manifestSchema = z.object({
  files: z.array(fileSchema),
  items: z.array(z.object({ status: z.string(), outputs: z.array(fileSchema) })),
});

/** Holds what the server says, a batch after the other, against what it once acknowledged. */
export async function checkBatches(server: TestServer, ledger: Ledger): Promise<void> {
  const client = new TestClient(server);
  for (const entry of ledger.lasting) {
    await client.follow(entry.batchId, () => undefined);
    const batch = await client.status(entry.batchId);
    expect(isTerminal(batch.status)).toBe(true);
    expect(batch.total_items).toBe(entry.items);
    if (entry.cancelled) expect(batch.status).toBe("cancelled");
    if (batch.processed > 0) await checkZip(client, entry, batch.processed);
  }
  for (const { batchId, removed } of ledger.entries) {
    if (removed) expect((await server.fetch(`/api/v1/batch/${batchId}/status`)).status).toBe(404);
  }
}

async function checkZip(client: TestClient, entry: Entry & { batchId: string }, processed: number): Promise<void> {
  const files = await readZip(await client.download(entry.batchId));
  const manifest = manifestSchema.parse(JSON.parse(String(files.get("manifest.json"))));
  files.delete("manifest.json");
  const told = [...manifest.files, ...manifest.items.flatMap(({ outputs }) => outputs)];
  const found = [...files].map(([name, bytes]) => ({ name, sha256: sha256(bytes) }));
  const byName = (one: { name: string }, other: { name: string }) => (one.name < other.name ? -1 : 1);
  expect(found.sort(byName)).toEqual(told.map(({ name, sha256 }) => ({ name, sha256 })).sort(byName));
  const good = manifest.items.filter(({ status }) => status === "completed");
  expect(good).toHaveLength(processed);
  if (entry.kind === "coloring") expect(good.every(({ outputs }) => outputs.length > 0)).toBe(true);
}

/** Reads a stopped server's tables with SQL of its own. */
export function checkTables(data: string, ledger: Ledger): void {
  const db = new Database(join(data, "tracepress.db"));
  const none = (sql: string) => expect(db.prepare(sql).all(), sql).toEqual([]);
  expect(db.pragma("integrity_check")).toEqual([{ integrity_check: "ok" }]);
  expect(db.pragma("foreign_key_check")).toEqual([]);
  none(`select id from batch_jobs where finished_at is null or lease_token is not null or running <> 0`);
  none(
    `select id from batch_items where status not in ('completed', 'failed', 'cancelled') or lease_token is not null`,
  );
  none(`select b.id from batch_jobs b join batch_items i on i.batch_id = b.id group by b.id
    having count(*) <> b.total_items or sum(i.status = 'completed') <> b.processed
      or sum(i.status = 'failed') <> b.failed or sum(i.status = 'cancelled') <> b.cancelled`);
  // Numbers from 1 to the newest, each once: the primary key forbids doubles.
  none(`select b.id from batch_jobs b join events e on e.batch_id = b.id group by b.id
    having count(*) <> b.last_seq or min(e.seq) <> 1 or max(e.seq) <> b.last_seq`);
  // An item comes to its end in exactly one event, a batch too.
  none(`select i.id from batch_items i left join events e on e.batch_id = i.batch_id and e.type = 'item'
      and e.data ->> 'item_id' = i.id and e.data ->> 'item_status' in ('completed', 'failed')
    where i.status <> 'cancelled' group by i.id having count(e.seq) <> 1 or max(e.data ->> 'item_status') <> i.status`);
  none(`select b.id from batch_jobs b left join events e on e.batch_id = b.id and e.type <> 'item'
    and e.type <> 'progress' group by b.id having count(e.seq) <> 1`);
  none(`select idempotency_key from batch_jobs where idempotency_key is not null group by 1 having count(*) > 1`);
  const known = new Set(db.prepare("select id from batch_jobs").pluck().all());
  expect(ledger.lasting.filter(({ batchId }) => !known.has(batchId))).toEqual([]);
  db.close();
}

/** Sweeps a stopped server's folder and finds exactly the files there that a row refers to, whole. */
export async function checkFiles(data: string): Promise<void> {
  makeFilesOld(data);
  const db = openDatabase(data);
  const blobs = new BlobStore(data);
  await sweep({ db, blobs, config: readConfig({}), zips: join(data, "zips") });
  const referred = db.$client
    .prepare(
      "select blob from artifacts union select source from batch_items where source <> '' union select blob from uploads",
    )
    .pluck()
    .all() as string[];
  const stored = readdirSync(join(data, "blobs"), { recursive: true, withFileTypes: true });
  expect(
    stored
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .sort(),
  ).toEqual(referred.sort());
  for (const key of referred) expect(sha256(readFileSync(blobs.path(key)))).toBe(key);
  expect(existsSync(join(data, "incoming")) ? readdirSync(join(data, "incoming")) : []).toEqual([]);
  await checkPackedZips(db.$client, join(data, "zips"));
  db.$client.close();
}

/** Only lists of batches that are there, and the bytes that these are made of. */
async function checkPackedZips(db: Database.Database, folder: string): Promise<void> {
  const names = existsSync(folder) ? readdirSync(folder) : []; // nobody may have taken one
  const batches = new Set(db.prepare("select id from batch_jobs").pluck().all());
  const lists = names.filter((name) => name.endsWith(".json"));
  for (const name of lists) expect(batches.has(name.slice(0, "batch_".length + 20)), name).toBe(true);
  const parts = (await Promise.all(lists.map((name) => packedZip(join(folder, name))))).flat();
  const own = new Set(parts.filter(({ path }) => dirname(path) === folder).map(({ path }) => basename(path)));
  expect(names.toSorted()).toEqual([...lists, ...own].toSorted());
}
