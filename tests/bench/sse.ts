// How long an event takes from its row to each of a thousand clients, on one batch and on a thousand batches, while the
// slots draw pictures on all cores; and whether anything is left of them afterwards. Run: npm run bench:sse
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { TestClient } from "@/tests/support/client";
import { Listener } from "@/tests/support/listener";
import { TestServer } from "@/tests/support/server";
import { loopSeconds, residentBytes } from "./process";

const samples = "public/samples";
const clients = Number(process.argv[2] ?? 1000);
const seconds = Number(process.argv[3] ?? 20);
const MB = 1_000_000;

const server = await new TestServer({ LOG_LEVEL: "error" }).start();
try {
  const api = new TestClient(server);
  const names = (await readdir(samples)).filter((name) => /\.(jpg|png)$/.test(name)).sort();
  const uploads = await Promise.all(
    names.map(async (name) => (await api.upload(name, await readFile(join(samples, name)))).file_id),
  );
  const items = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ file: uploads[index % uploads.length] }));
  const generate = async (count: number) => (await api.generate({ items: items(count) })).batch_id;

  const one = await generate(1000);
  const rows = [
    await listen("1 client on one batch", [one]),
    await listen(`${clients} clients on one batch`, same(one)),
    await listen(`${clients} clients on one batch, half of them not reading`, same(one), 2),
  ];
  await api.post(`/api/v1/batch/${one}/cancel`, {});
  const many: string[] = [];
  for (let n = 0; n < clients; n++) many.push(await generate(1));
  rows.push(await listen(`${clients} clients on ${clients} batches`, many));
  console.table(rows);
  await mkdir("out/bench", { recursive: true });
  await writeFile("out/bench/sse.json", `${JSON.stringify({ clients, seconds, rows }, null, 2)}\n`);
} finally {
  await server.stop();
}

function same(id: string): string[] {
  return Array.from({ length: clients }, () => id);
}

/** Follows one batch per id for a while; of every `deafEvery` clients one does not read what it is sent. */
async function listen(what: string, ids: string[], deafEvery = Number.POSITIVE_INFINITY) {
  const pid = server.pid as number;
  const listeners: Listener[] = [];
  for (const [index, id] of ids.entries()) {
    const deaf = deafEvery !== Number.POSITIVE_INFINITY && index % deafEvery === 0;
    listeners.push(await Listener.open(server.origin, id, deaf));
  }
  const before = await loopSeconds(pid);
  for (const listener of listeners) listener.begin();
  await delay(seconds * 1000);
  const after = await loopSeconds(pid);
  const memory = await residentBytes(pid);
  const delays = listeners.flatMap((listener) => listener.delays).sort((a, b) => a - b);
  for (const listener of listeners) listener.leave();
  const own = listeners.flatMap((listener) => listener.own).sort((a, b) => a - b);
  const at = (share: number, of = delays) => of[Math.min(of.length - 1, Math.floor(share * of.length))];
  return {
    what,
    events: delays.length,
    "p50 ms": at(0.5),
    "p99 ms": at(0.99),
    "worst ms": at(1),
    // In the delays: a thousand clients in one program read one after the other.
    "p99 of the clients' own reading, ms": at(0.99, own),
    "loop µs per event": Math.round((1e6 * (after.ran - before.ran)) / delays.length),
    "loop ran %": share(after.ran - before.ran),
    // Other programs had the cores meanwhile: what this says is in the delays and not in the server's hands.
    "loop waited for a core %": share(after.waited - before.waited),
    "memory MB": Math.round(memory / MB),
    "left behind": await left(),
  };
}

function share(part: number): number {
  return Math.round((100 * part) / seconds);
}

/** Clients that the server still counts once they are gone. */
async function left(): Promise<number> {
  let clients = Number.NaN;
  for (let tries = 0; tries < 50 && clients !== 0; tries++) {
    await delay(100);
    const text = await (await server.fetch("/api/metrics")).text();
    clients = Number(/^tracepress_sse_clients (\d+)$/m.exec(text)?.[1]);
  }
  return clients;
}
