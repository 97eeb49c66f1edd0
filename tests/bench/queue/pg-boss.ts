import { type Drained, type Engine, paced, slots } from "./engine";
import { peer, peers } from "./packages";
import { startPostgres } from "./servers";

interface Job {
  id: string;
  data: { began: number };
}
interface Boss {
  start(): Promise<unknown>;
  stop(options: object): Promise<void>;
  createQueue(name: string): Promise<void>;
  send(name: string, data: object): Promise<unknown>;
  insert(jobs: { name: string; data: object }[]): Promise<unknown>;
  fetch(name: string, options: { batchSize: number }): Promise<Job[]>;
  complete(name: string, ids: string[]): Promise<unknown>;
}

const batchSize = 1_000;

/** Null where there is no PostgreSQL. Its own `work()` looks twice a second at most, so it is driven by `fetch`. */
export async function pgBoss(): Promise<Engine | null> {
  const postgres = await startPostgres();
  if (!postgres) return null;
  const PgBoss = await peer<new (url: string) => Boss>("pg-boss");
  const boss = new PgBoss(`postgres://bench@127.0.0.1:${postgres.port}/postgres`);
  await boss.start();
  await boss.createQueue("bench");

  /** Takes and finishes what is there until so many are done. */
  const work = async (items: number, onDone: (job: Job) => void): Promise<void> => {
    for (let left = items; left > 0; ) {
      const jobs = await boss.fetch("bench", { batchSize: slots });
      if (jobs.length === 0) continue;
      await boss.complete(
        "bench",
        jobs.map(({ id }) => id),
      );
      for (const job of jobs) onDone(job);
      left -= jobs.length;
    }
  };

  return {
    name: `pg-boss ${peers["pg-boss"]}`,
    how: "PostgreSQL 15, synchronous_commit=off, by fetch",

    async drain(items): Promise<Drained> {
      const began = performance.now();
      for (let left = items; left > 0; left -= batchSize) {
        const count = Math.min(batchSize, left);
        await boss.insert(Array.from({ length: count }, () => ({ name: "bench", data: { began } })));
      }
      const put = performance.now();
      await work(items, () => {});
      return { enqueueMs: put - began, drainMs: performance.now() - put };
    },

    async latencies(items, perSecond) {
      const measured: number[] = [];
      const working = work(items, ({ data }) => measured.push(performance.now() - data.began));
      await paced(items, perSecond, async () => void (await boss.send("bench", { began: performance.now() })));
      await working;
      return measured;
    },

    serverCpuSeconds: () => postgres.cpuSeconds(),

    async stop() {
      await boss.stop({ graceful: false });
      await postgres.stop();
    },
  };
}
