import type { Db } from "@/db/client";
import { Tracepress } from "./tracepress";

const sample = 2_000;
const rounds = 5;

/**
 * Processor time of an item, in and done, once the tables hold so many finished ones.
 * @param sizes rows, ascending. @returns microseconds an item.
 */
export async function costAt(sizes: readonly number[]): Promise<{ rows: number; us_per_item: number }[]> {
  const engine = new Tracepress();
  const costs: { rows: number; us_per_item: number }[] = [];
  let rows = await engine.drain(1_000).then(() => 1_000);
  for (const size of sizes) {
    rows = grow(engine.db, rows, size);
    const measured: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const before = process.cpuUsage();
      await engine.drain(sample);
      const { user, system } = process.cpuUsage(before);
      measured.push((user + system) / sample);
      rows += sample;
    }
    costs.push({ rows: size, us_per_item: Math.round(measured.sort((one, other) => one - other)[rounds >> 1]) });
  }
  await engine.stop();
  return costs;
}

/** Columns that tell a copy of a batch from the batch; all others are as they were. */
const own: Record<string, string[]> = {
  batch_jobs: ["id"],
  batch_items: ["id", "batch_id"],
  events: ["batch_id"],
  spans: ["batch_id", "item_id"],
};

/** Copies a batch of 1,000 items that went through, with all that it left behind. @returns how many rows there are then. */
function grow({ $client: db }: Db, from: number, to: number): number {
  const batch = db.prepare("select id from batch_jobs order by created_at limit 1").pluck().get();
  const copies = Object.entries(own).map(([table, names]) => {
    const columns = db.pragma(`table_info(${table})`) as { name: string }[];
    const values = columns.map(({ name }) => (names.includes(name) ? `"${name}" || @copy` : `"${name}"`));
    const whose = table === "batch_jobs" ? "id" : "batch_id";
    return db.prepare(`insert into ${table} select ${values.join()} from ${table} where ${whose} = @batch`);
  });
  let rows = from;
  for (; rows + 1_000 <= to; rows += 1_000) {
    db.transaction(() => {
      for (const copy of copies) copy.run({ copy: `_${rows}`, batch });
    })();
  }
  db.pragma("wal_checkpoint(TRUNCATE)"); // what the growth itself left to be moved is no item's cost
  return rows;
}
