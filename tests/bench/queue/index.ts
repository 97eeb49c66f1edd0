// How fast items that do nothing go through the queue, beside BullMQ and pg-boss where their servers are installed, and
// what an item costs as the tables grow.
//
//   npm run bench:queue [items [rows]]
import { mkdir, writeFile } from "node:fs/promises";
import { bullMq } from "./bullmq";
import type { Engine } from "./engine";
import { costAt } from "./growth";
import { pgBoss } from "./pg-boss";
import { Tracepress } from "./tracepress";

const items = Number(process.argv[2] ?? 10_000);
/** Finished items up to which the tables grow. */
const mostRows = Number(process.argv[3] ?? 1_000_000);
const rounds = 5;
const single = { items: 1_000, perSecond: 200 };

const quantile = (values: number[], share: number): number =>
  values.sort((one, other) => one - other)[Math.min(values.length - 1, Math.floor(share * values.length))];

interface Measured {
  engine: Engine;
  drains: number[];
  enqueues: number[];
  /** Items a second from the first that is put in until the last is done. */
  wholes: number[];
  /** Microseconds of processor time an item, in and done, its server's included. */
  costs: number[];
  waits: number[];
}

/** Engines take turns, so that a busy spell of the machine meets them all. */
async function measure(engines: Engine[]): Promise<Measured[]> {
  const measured = engines.map(
    (engine) => ({ engine, drains: [], enqueues: [], wholes: [], costs: [], waits: [] }) as Measured,
  );
  for (let round = 0; round <= rounds; round++) {
    for (const { engine, drains, enqueues, wholes, costs, waits } of measured) {
      const before = await cpuMicros(engine);
      const { enqueueMs, drainMs } = await engine.drain(round === 0 ? 1_000 : items);
      const cost = (await cpuMicros(engine)) - before;
      const latencies = await engine.latencies(round === 0 ? 100 : single.items, single.perSecond);
      if (round === 0) continue; // warms up
      drains.push((items * 1000) / drainMs);
      enqueues.push((items * 1000) / enqueueMs);
      wholes.push((items * 1000) / (enqueueMs + drainMs));
      costs.push(cost / items);
      waits.push(...latencies);
    }
  }
  return measured;
}

async function cpuMicros(engine: Engine): Promise<number> {
  const { user, system } = process.cpuUsage();
  return user + system + 1e6 * (await engine.serverCpuSeconds());
}

const engines: Engine[] = [new Tracepress()];
for (const start of [bullMq, pgBoss]) {
  const engine = await start();
  if (engine) engines.push(engine);
  else console.log(`${start.name}: its server is not installed, left out`);
}
const measured = await measure(engines);
for (const { engine } of measured) await engine.stop();

const rows = measured.map(({ engine, drains, enqueues, wholes, costs, waits }) => ({
  engine: engine.name,
  how: engine.how,
  in_per_s: Math.round(quantile(enqueues, 0.5)),
  done_per_s: Math.round(quantile(drains, 0.5)),
  in_and_done_per_s: Math.round(quantile(wholes, 0.5)),
  cpu_us_per_item: Math.round(quantile(costs, 0.5)),
  p50_ms: Number(quantile(waits, 0.5).toFixed(2)),
  p99_ms: Number(quantile(waits, 0.99).toFixed(2)),
}));
console.log(`${items} items, medians of ${rounds} rounds; single items at ${single.perSecond} a second`);
console.table(rows);
const growth = await costAt([1_000, 10_000, 100_000, 1_000_000].filter((rows) => rows <= mostRows));
console.log("what an item costs by the rows that are there");
console.table(growth);
await mkdir("out/bench", { recursive: true });
await writeFile("out/bench/queue.json", `${JSON.stringify({ items, rounds, rows, growth }, null, 2)}\n`);
