// How fast the server answers, and how long its event loop stands still, while every slot converts pictures.
//
//   npm run bench:api [seconds]
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { TestClient } from "@/tests/support/client";
import { TestServer } from "@/tests/support/server";

const seconds = Number(process.argv[2] ?? 20);
const everyMs = 25;
const samples = "public/samples";

const quantile = (values: number[], share: number): number =>
  [...values].sort((one, other) => one - other)[Math.min(values.length - 1, Math.floor(share * values.length))];
const ms = (value: number): number => Number(value.toFixed(1));

/** Milliseconds that one answer takes, read to its end. */
async function time(server: TestServer, path: string): Promise<number> {
  const began = performance.now();
  const response = await server.fetch(path);
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return performance.now() - began;
}

/** Longest and p99 delay of the server's event loop over the last scrape, in seconds, as it measures them itself. */
async function loopLag(server: TestServer): Promise<Record<string, number>> {
  const text = await (await server.fetch("/api/metrics")).text();
  const found = text.matchAll(/^(\w*event_?loop\w*(?:\{[^}]*\})?) ([\d.e+-]+)$/gim);
  return Object.fromEntries([...found].map(([, name, value]) => [name, Number(value)]));
}

async function measure(server: TestServer, paths: Record<string, string>, forMs: number) {
  const times = new Map(Object.keys(paths).map((name) => [name, [] as number[]]));
  const until = performance.now() + forMs;
  while (performance.now() < until) {
    for (const [name, path] of Object.entries(paths)) times.get(name)?.push(await time(server, path));
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  return [...times].map(([answer, values]) => ({
    answer,
    asked: values.length,
    p50_ms: ms(quantile(values, 0.5)),
    p99_ms: ms(quantile(values, 0.99)),
    worst_ms: ms(quantile(values, 1)),
  }));
}

const server = await new TestServer().start();
try {
  const client = new TestClient(server);
  const names = (await readdir(samples)).filter((name) => name.includes(".")).sort();
  const pictures = await Promise.all(
    names.map(async (name): Promise<[string, Buffer]> => [name, await readFile(join(samples, name))]),
  );
  const many = Array.from({ length: 40 }, () => pictures).flat();
  const finished = await client.submitPictures(pictures);
  await client.finished(finished.batch_id);
  const paths = {
    status: `/api/v1/batch/${finished.batch_id}/status`,
    list: "/api/v1/batch?limit=20",
  };
  const idle = await measure(server, paths, 5_000);
  const { batch_id } = await client.submitPictures(many);
  await loopLag(server); // begins a new measurement
  const busy = await measure(server, { ...paths, running: `/api/v1/batch/${batch_id}/status` }, seconds * 1_000);
  const lag = await loopLag(server);
  const state = await client.status(batch_id);
  if (state.running === 0) throw new Error("nothing was converted while the answers were measured");
  const rows = [
    ...idle.map((row) => ({ while: "idle", ...row })),
    ...busy.map((row) => ({ while: "every slot converts", ...row })),
  ];
  console.table(rows);
  console.table(lag);
  await mkdir("out/bench", { recursive: true });
  await writeFile("out/bench/api.json", `${JSON.stringify({ rows, lag }, null, 2)}\n`);
} finally {
  await server.stop();
}
