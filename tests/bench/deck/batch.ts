import { setTimeout as delay } from "node:timers/promises";
import type { DeckRequestInput } from "@/lib/contracts/deck";
import { TestClient } from "../../support/client";
import { TestServer } from "../../support/server";
import { cpuSeconds } from "../process";
import type { Sample } from "./samples";
import type { Taken } from "./timed";

const lookMilliseconds = 200;

/**
 * One batch of all samples through a server of its own, from the request until the deck is ready; uploads are not counted,
 * processor time is the server's.
 * @throws when a file is refused.
 */
export async function takeBatch(
  samples: readonly Sample[],
  options: Pick<DeckRequestInput, "generate_previews">,
): Promise<Taken> {
  const server = await new TestServer().start();
  try {
    const client = new TestClient(server);
    const items: NonNullable<DeckRequestInput["items"]> = [];
    for (const { name, bytes } of samples) {
      const { file_id } = await client.upload(name.replace("/", "-"), bytes);
      items.push({ file: file_id });
    }
    const pid = server.pid as number;
    const worked = await cpuSeconds(pid);
    const begun = performance.now();
    const { batch_id } = await client.deck({ items, ...options });
    let state = await client.status(batch_id);
    while (!["completed", "failed", "cancelled"].includes(state.status)) {
      await delay(lookMilliseconds);
      state = await client.status(batch_id);
    }
    const taken = { wall: (performance.now() - begun) / 1000, cpu: (await cpuSeconds(pid)) - worked };
    if (state.failed > 0) throw new Error(`${state.failed} files were refused.`);
    return taken;
  } finally {
    await server.stop();
  }
}
