// How long an event takes from its row to a client that listens, while both slots work on pictures. Run: npm run bench:sse
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { TestClient } from "@/tests/support/client";
import { TestServer } from "@/tests/support/server";

const samples = "public/samples";
const rounds = 5;

const server = await new TestServer().start();
try {
  const client = new TestClient(server);
  const names = (await readdir(samples)).sort();
  const pictures = await Promise.all(
    names.map(async (name): Promise<[string, Buffer]> => [name, await readFile(join(samples, name))]),
  );
  const delays: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const { batch_id } = await client.submitPictures(pictures);
    // The first event is a snapshot of the state as it is asked for; it waits for nothing.
    await client.follow(batch_id, ({ type, at }) => type !== "progress" && delays.push(Date.now() - Date.parse(at)));
  }
  delays.sort((a, b) => a - b);
  const at = (share: number) => delays[Math.min(delays.length - 1, Math.floor(share * delays.length))];
  const figures = { events: delays.length, p50_ms: at(0.5), p99_ms: at(0.99), worst_ms: at(1) };
  console.table(figures);
  await mkdir("out/bench", { recursive: true });
  await writeFile("out/bench/sse.json", `${JSON.stringify(figures, null, 2)}\n`);
} finally {
  await server.stop();
}
