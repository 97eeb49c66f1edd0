import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemOf } from "@/tests/support/client";
import { firstToken, invited, newcomer, Person } from "@/tests/support/people";
import { TestServer } from "@/tests/support/server";

const server = new TestServer({
  TRACEPRESS_AUTH: "accounts",
  TRACEPRESS_PREVIEWS_PER_MINUTE: "5",
  TRACEPRESS_SUBMITS_PER_MINUTE: "3",
  TRACEPRESS_UPLOADS_PER_MINUTE: "4",
  TRACEPRESS_SIGN_INS_PER_MINUTE: "8",
  TRACEPRESS_PROXIES: "1",
  TRACEPRESS_URL: "https://studio.example.org",
});
/** As a proxy before the server would send them on, each from an address of its own. */
const from = (address: string) => ({ "x-forwarded-for": address });
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><rect width="50" height="40"/></svg>';
let owner: Person;
let ann: Person;

beforeAll(async () => {
  await server.start();
  owner = await newcomer(server, firstToken(server), "owner");
  ann = await invited(owner, "ann");
});
afterAll(() => server.stop());

async function expectFull(response: Response): Promise<void> {
  expect(await problemOf(response.clone())).toMatchObject({ status: 429, code: "rate_limited" });
  expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(Number(response.headers.get("retry-after"))).toBeLessThanOrEqual(60);
}

describe("a flood", () => {
  const body = JSON.stringify({ items: [{ file: `data:image/svg+xml,${encodeURIComponent(svg)}` }] });
  const submit = (who: Person, address: string) =>
    who.fetch("/api/v1/batch/jobs", {
      method: "POST",
      headers: { "content-type": "application/json", ...from(address) },
      body,
    });
  const upload = (who: Person, address: string) =>
    who.fetch("/api/v1/uploads?name=a.svg", { method: "POST", headers: from(address), body: svg });

  it("of batches by one account is told to wait, from whatever address it comes", async () => {
    for (let n = 0; n < 3; n++) expect((await submit(ann, `198.51.100.${n}`)).status).toBe(201);
    await expectFull(await submit(ann, "198.51.100.9"));
    expect((await submit(owner, "198.51.100.10")).status).toBe(201);
  });

  it("of what a batch is told to do again is told to wait as one of new batches is", async () => {
    const cleo = await invited(owner, "cleo");
    const { batch_id } = await (await submit(cleo, "198.51.100.30")).json();
    const verbs = ["retry", "again", "order", "upload-to-drive"];
    const told = async (verb: string, address: string) =>
      cleo.fetch(`/api/v1/batch/${batch_id}/${verb}`, {
        method: "POST",
        headers: { "content-type": "application/json", ...from(address) },
        body: JSON.stringify(verb === "order" ? { item_ids: ["x"] } : {}),
      });
    for (const [n, verb] of verbs.slice(0, 2).entries())
      expect((await told(verb, `198.51.100.${n}`)).status).not.toBe(429);
    for (const verb of verbs) await expectFull(await told(verb, "198.51.100.31"));
  });

  it("of previews is told to wait, and takes nothing from the batches", async () => {
    const bea = await invited(owner, "bea");
    const file = `data:image/svg+xml,${encodeURIComponent(svg)}`;
    const preview = () =>
      bea.fetch("/api/v1/preview", {
        method: "POST",
        headers: { "content-type": "application/json", ...from("198.51.100.60") },
        body: JSON.stringify({ kind: "deck", file }),
      });
    for (let n = 0; n < 5; n++) expect((await preview()).status).toBe(200);
    await expectFull(await preview());
    expect((await submit(bea, "198.51.100.60")).status).toBe(201);
  });

  it("of uploads from one address is told to wait, by whatever account it comes", async () => {
    for (let n = 0; n < 4; n++) expect((await upload(n % 2 ? ann : owner, "198.51.100.20")).status).toBe(201);
    await expectFull(await upload(owner, "198.51.100.20"));
    expect((await upload(owner, "198.51.100.21")).status).toBe(201);
  });

  it("of guessed passwords is told to wait, and says nothing of whether one was right", async () => {
    const nobody = new Person(server, "", {});
    const guess = (password: string, address: string) =>
      nobody.fetch("/api/v1/session", {
        method: "POST",
        headers: { "content-type": "application/json", ...from(address) },
        body: JSON.stringify({ email: "target@example.org", password }),
      });
    for (let n = 0; n < 8; n++) expect((await guess(`guess ${n}`, `203.0.113.${n}`)).status).toBe(401);
    await expectFull(await guess("another", "203.0.113.99"));
  });
});

describe("someone who listens on the line", () => {
  it("hears no session: its cookie goes over TLS alone, and so does every later visit", async () => {
    expect(ann.headers.cookie).toMatch(/^__Secure-tracepress\./);
    const page = await ann.fetch("/sign-in");
    expect(page.headers.get("strict-transport-security")).toBe("max-age=31536000");
  });
});
