import { expect, it } from "vitest";
import { TestServer } from "@/tests/support/server";
import { checkBatches, checkFiles, checkTables } from "./check";
import { Dice } from "./dice";
import { Ledger } from "./ledger";
import { type Moment, moments, type Scene } from "./moments";
import { Submitter } from "./submitter";

const kills = Number(process.env.CHAOS_KILLS ?? 6);
const seed = Number(process.env.CHAOS_SEED ?? Date.now() % 1_000_000);

/** Every moment once before any comes again, so that fifty kills meet them all. */
function* chosen(dice: Dice): Generator<Moment> {
  for (;;) yield* dice.shuffled(moments);
}

it(
  `what was acknowledged outlives ${kills} kills, each item finished once and every file whole`,
  async () => {
    console.log(`chaos: CHAOS_SEED=${seed} CHAOS_KILLS=${kills}`);
    const dice = new Dice(seed);
    const server = await new TestServer({ TRACEPRESS_SLOTS: "2" }).start();
    const ledger = new Ledger();
    const scene: Scene = { server, ledger, dice, submitter: new Submitter(server, ledger, dice) };
    const met: string[] = [];
    try {
      const next = chosen(dice);
      await scene.submitter.submit("coloring");
      while (met.length < kills) {
        const moment = next.next().value as Moment;
        // A moment can go by unseen when the first event read is past it already: then it is waited for again.
        let struck = false;
        for (let tries = 0; tries < 10 && !struck; tries++) struck = await moment.strike(scene);
        expect(struck, `${moment.name} was never seen`).toBe(true);
        met.push(moment.name);
        expect(server.running).toBe(false);
        await server.start();
        await scene.submitter.sendUnanswered();
      }
      console.log(`chaos: killed at ${met.join(", ")}; ${ledger.entries.length} batches`);
      await checkBatches(server, ledger);
      expect(await server.kill("SIGTERM")).toBe(0);
      checkTables(server.data, ledger);
      await checkFiles(server.data);
    } finally {
      await server.stop();
    }
  },
  120_000 + kills * 60_000,
);
