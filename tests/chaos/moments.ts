import { setTimeout as delay } from "node:timers/promises";
import type { BatchEvent } from "@/lib/contracts/events";
import { coloring } from "@/lib/pipelines/coloring";
import { deck } from "@/lib/pipelines/deck";
import { TestClient } from "@/tests/support/client";
import type { TestServer } from "@/tests/support/server";
import type { Dice } from "./dice";
import type { Entry, Ledger } from "./ledger";
import { expireOne, makeFilesOld } from "./neglect";
import type { Submitter } from "./submitter";

export interface Scene {
  server: TestServer;
  submitter: Submitter;
  ledger: Ledger;
  dice: Dice;
}

/** Brings the server to a moment and kills it there. Resolves to false when the moment went by unseen. */
export interface Moment {
  name: string;
  strike(scene: Scene): Promise<boolean>;
}

const kill = async ({ server, dice }: Scene, withinMs: number): Promise<void> => {
  await delay(dice.share() * withinMs);
  await server.kill("SIGKILL");
};

/** A request is under way when the server dies. */
const during = (name: string, withinMs: number, request: (scene: Scene) => Promise<unknown>): Moment => ({
  name,
  async strike(scene) {
    const open = request(scene);
    await kill(scene, withinMs);
    await open;
    return true;
  },
});

/** A stream that the kill broke off. @throws whatever else ended it. */
function brokenOff(error: unknown): void {
  if (!(error instanceof TypeError)) throw error;
}

/** A new batch has come to where `seen` says when the server dies. */
const once = (name: string, kind: "coloring" | "deck", seen: (event: BatchEvent) => boolean): Moment => ({
  name,
  async strike(scene) {
    const { batchId } = await scene.submitter.submit(kind);
    const end = { seen: () => {}, unseen: () => {} };
    const met = new Promise<boolean>((resolve) => {
      end.seen = () => resolve(true);
      end.unseen = () => resolve(false);
    });
    const follow = new TestClient(scene.server).follow(batchId, (event) => seen(event) && end.seen());
    const broken = follow.then(end.unseen).catch(brokenOff);
    if (!(await met)) return false;
    await kill(scene, 8);
    await broken;
    return true;
  },
});

const atStages = (kind: "coloring" | "deck", stages: readonly string[]): Moment[] =>
  stages.map((stage) => once(`${kind}: ${stage}`, kind, (event) => event.stage === stage));

/** As {@link during}, of a batch that may be finished; chance may have left none of them, and then there is another. */
const duringOne = (
  name: string,
  withinMs: number,
  request: (scene: Scene, entry: Entry) => Promise<unknown>,
): Moment => ({
  name,
  async strike(scene) {
    const { ledger, dice, submitter } = scene;
    const ones = ledger.lasting.filter(({ cancelled }) => !cancelled);
    const entry = ones.length > 0 ? dice.oneOf(ones) : await submitter.submit("deck");
    return during(name, withinMs, () => request(scene, entry)).strike(scene);
  },
});

const sweeping: Moment = {
  name: "sweep",
  async strike(scene) {
    await scene.server.kill("SIGKILL");
    makeFilesOld(scene.server.data);
    expireOne(scene.server.data, scene.ledger, scene.dice);
    const started = scene.server.start();
    // The sweep begins with the process, before the first request: some of these kills come before it, some in it.
    await Promise.all([
      delay(300 + scene.dice.below(1_200)).then(() => scene.server.kill("SIGKILL")),
      started.catch(() => undefined),
    ]);
    return true;
  },
};

export const moments: readonly Moment[] = [
  during("submit", 30, ({ submitter, dice }) => submitter.send(submitter.prepare(dice.oneOf(["coloring", "deck"])))),
  during("upload", 20, ({ submitter }) => submitter.upload()),
  once("claim", "coloring", (event) => event.message.endsWith("started")),
  ...atStages("coloring", coloring.itemStages),
  ...atStages("deck", deck.itemStages),
  once("finish", "deck", (event) => event.item_status === "completed"),
  once("putting together", "coloring", (event) => event.message.startsWith("All items are done")),
  once("end", "deck", (event) => event.type === "completed"),
  duringOne("package", 25, ({ submitter }, entry) => submitter.download(entry)),
  during("cancel", 10, async ({ submitter }) => {
    const entry = submitter.prepare("coloring");
    if ((await submitter.send(entry)) !== null) await submitter.cancel(entry);
  }),
  duringOne("remove", 10, ({ submitter }, entry) => submitter.remove(entry)),
  sweeping,
];
