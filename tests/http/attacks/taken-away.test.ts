import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { batchSchema, submittedSchema } from "@/lib/contracts/status";
import { isTerminal } from "@/lib/contracts/terms/status";
import { HeldSite } from "@/tests/support/held-site";
import { firstToken, invited, newcomer, type Person, signedIn } from "@/tests/support/people";
import { jpegHouse } from "@/tests/support/pictures";
import { TestServer } from "@/tests/support/server";

const site = await HeldSite.of(await jpegHouse());
const server = new TestServer({
  TRACEPRESS_AUTH: "accounts",
  ...site.settings,
  TRACEPRESS_SLOTS: "1",
  TRACEPRESS_SIGN_INS_PER_MINUTE: "100",
});
let owner: Person;

beforeAll(async () => {
  await server.start();
  owner = await newcomer(server, firstToken(server), "owner");
});
afterAll(async () => {
  await server.stop();
  site.close();
});

/** A batch that goes on for as long as the site of its pictures does not answer: each is asked for thrice, half a minute long. */
async function longBatch(person: Person): Promise<string> {
  const response = await person.send("POST", "/api/v1/batch/generate", { items: site.items(9) });
  return submittedSchema.parse(await response.json()).batch_id;
}

/** An open stream of a batch's progress. */
class Listening {
  over = false;
  private constructor(
    private readonly reader: ReadableStreamDefaultReader<Uint8Array>,
    readonly end: Promise<void>,
  ) {}

  static async to(batchId: string, person: Person): Promise<Listening> {
    const response = await person.fetch(`/api/v1/batch/${batchId}/progress`);
    expect(response.status).toBe(200);
    const reader = response.body!.getReader();
    await reader.read();
    const end = (async () => {
      while (!(await reader.read()).done);
    })();
    const listening = new Listening(reader, end);
    void end.then(() => (listening.over = true));
    return listening;
  }

  leave(): Promise<void> {
    return this.reader.cancel();
  }
}

/** The stream ends though its batch goes on, as the owner, who still hears of it, can tell. */
async function isCutOff(listening: Listening, batchId: string): Promise<void> {
  const owners = await Listening.to(batchId, owner);
  await listening.end;
  expect(owners.over).toBe(false);
  const status = batchSchema.parse(await (await owner.fetch(`/api/v1/batch/${batchId}/status`)).json());
  expect(isTerminal(status.status)).toBe(false);
  await owners.leave();
  await owner.fetch(`/api/v1/batch/${batchId}/cancel`, { method: "POST" });
}

/** Reads a piece of an answer now and then: 45 MB last for a minute. */
async function slowly(answer: Response): Promise<void> {
  for await (const _ of answer.body as AsyncIterable<Uint8Array>) await delay(80);
}

describe("a stream of progress that is open ends soon after", () => {
  it("the account was removed", async () => {
    const ann = await invited(owner, "ann");
    const batchId = await longBatch(ann);
    const listening = await Listening.to(batchId, ann);
    expect((await owner.fetch(`/api/v1/members/${ann.id}`, { method: "DELETE" })).status).toBe(204);
    await isCutOff(listening, batchId);
  });

  it("the session was signed out", async () => {
    const bob = await invited(owner, "bob");
    const batchId = await longBatch(bob);
    const listening = await Listening.to(batchId, await signedIn(server, "bob@example.org"));
    const session = await signedIn(server, "bob@example.org");
    const signedOut = await Listening.to(batchId, session);
    expect((await session.fetch("/api/v1/session", { method: "DELETE" })).status).toBe(204);
    await signedOut.end;
    expect(listening.over).toBe(false);
    await bob.send("PUT", "/api/v1/password", {
      current_password: "correct horse battery staple",
      password: "another one, just as long",
    });
    await isCutOff(listening, batchId);
  });

  it("the key was removed", async () => {
    const eve = await invited(owner, "eve");
    const batchId = await longBatch(eve);
    const listening = await Listening.to(batchId, await eve.program());
    const { keys } = await (await eve.fetch("/api/v1/keys")).json();
    expect((await eve.fetch(`/api/v1/keys/${keys[0].key_id}`, { method: "DELETE" })).status).toBe(204);
    await isCutOff(listening, batchId);
  });

  it("an owner, who sees all, was made a member", async () => {
    const [kim, amy] = [await invited(owner, "kim", "owner"), await invited(owner, "amy")];
    const batchId = await longBatch(amy);
    const listening = await Listening.to(batchId, kim);
    expect((await owner.send("PATCH", `/api/v1/members/${kim.id}`, { role: "member" })).status).toBe(200);
    await isCutOff(listening, batchId);
    expect((await kim.fetch(`/api/v1/batch/${batchId}/status`)).status).toBe(404);
  });
});

it("a download that is under way breaks off soon after the account was removed", async () => {
  const dan = await invited(owner, "dan");
  // More than the line holds, so that the server still has some to send: a picture, and what no reader looks at after it.
  const file = await dan.upload("house.jpg", Buffer.concat([await jpegHouse(64), Buffer.alloc(45_000_000)]));
  const response = await dan.send("POST", "/api/v1/batch/generate", { items: [{ file, prompt: "" }] });
  const { batch_id } = submittedSchema.parse(await response.json());
  const download = await dan.fetch(`/api/v1/batch/${batch_id}/artifacts/pages/1/source`);
  expect(Number(download.headers.get("content-length"))).toBeGreaterThan(45_000_000);
  expect((await owner.fetch(`/api/v1/members/${dan.id}`, { method: "DELETE" })).status).toBe(204);
  await expect(slowly(download)).rejects.toThrow();
});
