import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { expect, it, onTestFinished } from "vitest";
import { openDatabase } from "@/db/client";
import { batchJobs } from "@/db/schema";
import { batchSpans } from "@/lib/trace/batch-spans";

/** A database as it was made before spans of one attempt came to stand in one row. */
function earlierDatabase(): { folder: string; client: Database.Database } {
  const folder = mkdtempSync(join(tmpdir(), "tracepress-earlier-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const migrationsFolder = join(folder, "migrations");
  cpSync("db/migrations", migrationsFolder, { recursive: true });
  const journal = join(migrationsFolder, "meta", "_journal.json");
  const { entries, ...rest } = JSON.parse(readFileSync(journal, "utf8"));
  writeFileSync(journal, JSON.stringify({ ...rest, entries: entries.slice(0, 7) }));
  const client = new Database(join(folder, "tracepress.db"));
  migrate(drizzle({ client }), { migrationsFolder });
  return { folder, client };
}

it("the trace of a batch from before spans were packed is the same after", () => {
  const { folder, client } = earlierDatabase();
  client.exec(`
    insert into batch_jobs (id, kind, status, options, message, total_items, steps_total, closing, trace_id, created_at)
      values ('b', 'coloring', 'completed', '{}', '', 1, 2, 'done', '${"a".repeat(32)}', 1);
    insert into batch_items (id, batch_id, "index", name, slug, prompt, source, status, attempts, available_at)
      values ('i', 'b', 0, 'cat.png', 'cat', '', '', 'completed', 2, 1);`);
  const insert = client.prepare(`insert into spans values (?, '${"a".repeat(32)}', ?, 'b', ?, ?, ?, ?, ?, ?, ?)`);
  const event = JSON.stringify([{ name: "kept", atUs: 3_500, attributes: {} }]);
  insert.run("first", null, "i", "item", 2_000, 4_000, "error", '{"attempt":1}', "[]");
  insert.run("first-clean", "first", "i", "clean", 3_000, 4_000, "error", '{"error.code":"busy"}', event);
  insert.run("first-decode", "first", "i", "decode", 2_000, 3_000, "ok", '{"width":3}', "[]");
  insert.run("again", null, "i", "item", 5_000, 6_000, "ok", '{"attempt":2}', "[]");
  insert.run("again-decode", "again", "i", "decode", 5_500, 6_000, "ok", "{}", "[]");
  insert.run("closing", null, null, "closing", 7_000, 8_000, "ok", "{}", "[]");
  insert.run("bind", "closing", null, "bind", 7_500, 8_000, "ok", "{}", "[]");
  client.close();

  const db = openDatabase(folder);
  const batch = db.select().from(batchJobs).get() ?? expect.fail("no batch");
  const trace = [...batchSpans(db, batch, { from: 0, count: 1 })];
  const told = trace.map(({ span_id, parent_span_id, name }) => `${name} ${span_id} in ${parent_span_id}`);
  const [root, item] = trace.map(({ span_id }) => span_id);
  expect(told.filter((line) => !line.startsWith("queue wait")).slice(2)).toEqual([
    `attempt first in ${item}`,
    "decode first-decode in first",
    "clean first-clean in first",
    `attempt again in ${item}`,
    "decode again-decode in again",
    `closing closing in ${root}`,
    "bind bind in closing",
  ]);
  expect(trace.find(({ span_id }) => span_id === "first-clean")).toMatchObject({
    status: "error",
    start_unix_nano: "3000000",
    end_unix_nano: "4000000",
    attributes: { "error.code": "busy" },
    events: [{ name: "kept", time_unix_nano: "3500000" }],
  });
  const outline = [...batchSpans(db, batch, { from: 0, count: 1 }, "outline")].map(({ name }) => name);
  expect(outline).not.toContain("decode");
  expect(outline.filter((name) => name === "attempt")).toHaveLength(2);
  db.$client.close();
});
