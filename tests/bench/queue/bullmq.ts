import { type Drained, type Engine, paced, slots } from "./engine";
import { peer, peers } from "./packages";
import { startRedis } from "./servers";

interface BullQueue {
  add(name: string, data: object, options: object): Promise<unknown>;
  addBulk(jobs: { name: string; data: object; opts: object }[]): Promise<unknown>;
  close(): Promise<void>;
}
interface BullWorker {
  on(event: "completed", listener: (job: { data: { began: number } }) => void): void;
  waitUntilReady(): Promise<unknown>;
  close(): Promise<void>;
}
interface BullPackage {
  Queue: new (name: string, options: object) => BullQueue;
  Worker: new (name: string, work: () => Promise<void>, options: object) => BullWorker;
}

const batchSize = 1_000;
/** Finished jobs stay, as finished items do. */
const kept = { removeOnComplete: false };

/** Null where there is no Redis. */
export async function bullMq(): Promise<Engine | null> {
  const redis = await startRedis();
  if (!redis) return null;
  const { Queue, Worker } = await peer<BullPackage>("bullmq");
  const connection = { host: "127.0.0.1", port: redis.port };
  const queue = new Queue("bench", { connection });

  const worker = async (onDone: (ms: number) => void): Promise<BullWorker> => {
    const started = new Worker("bench", async () => {}, { connection, concurrency: slots });
    started.on("completed", ({ data }) => onDone(performance.now() - data.began));
    await started.waitUntilReady();
    return started;
  };

  return {
    name: `BullMQ ${peers.bullmq}`,
    how: "Redis, appendonly, fsync each second",

    async drain(items): Promise<Drained> {
      const began = performance.now();
      for (let left = items; left > 0; left -= batchSize) {
        const count = Math.min(batchSize, left);
        await queue.addBulk(Array.from({ length: count }, () => ({ name: "nothing", data: { began }, opts: kept })));
      }
      const put = performance.now();
      const drainMs = await new Promise<number>((resolve, reject) => {
        let left = items;
        const started = worker(() => {
          if (--left > 0) return;
          const ms = performance.now() - put;
          started.then((it) => it.close()).then(() => resolve(ms), reject);
        });
        started.catch(reject);
      });
      return { enqueueMs: put - began, drainMs };
    },

    async latencies(items, perSecond) {
      const measured: number[] = [];
      let end = () => {};
      const all = new Promise<void>((resolve) => {
        end = resolve;
      });
      const started = await worker((ms) => measured.push(ms) === items && end());
      await paced(items, perSecond, async () => void (await queue.add("nothing", { began: performance.now() }, kept)));
      await all;
      await started.close();
      return measured;
    },

    serverCpuSeconds: () => redis.cpuSeconds(),

    async stop() {
      await queue.close();
      await redis.stop();
    },
  };
}
