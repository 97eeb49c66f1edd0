import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemOf } from "@/tests/support/client";
import { firstToken, invited, newcomer, Person, signedIn } from "@/tests/support/people";
import { rawRequest } from "@/tests/support/raw-request";
import { TestServer } from "@/tests/support/server";

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><rect id="r" width="50" height="40" fill="red"/></svg>';
const settings = {
  TRACEPRESS_AUTH: "accounts",
  TRACEPRESS_SIGN_INS_PER_MINUTE: "1000",
};
const server = new TestServer(settings);
let owner: Person;
let ann: Person;
let bob: Person;
let anns: string;
const nobody = new Person(server, "", {});

beforeAll(async () => {
  await server.start();
  owner = await newcomer(server, firstToken(server), "owner");
  [ann, bob] = [await invited(owner, "ann"), await invited(owner, "bob")];
  anns = await ann.deck(svg);
  await ann.ended(anns);
});
afterAll(() => server.stop());

/** Every route there is whose path names a batch, as `[method, path]`, and the trace in every form. */
function routesOfABatch(): [string, string][] {
  const files = readdirSync("app/api", { recursive: true, encoding: "utf8" });
  const routes = files
    .filter((file) => file.includes("[id]") && file.endsWith("route.ts"))
    .flatMap((file) => {
      const path = file
        .replace("[id]", "BATCH")
        .replace("[...name]", "deck.pptx")
        .replace(/\[\w+\]/g, "1");
      const exported = readFileSync(`app/api/${file}`, "utf8").matchAll(
        /^export const (GET|POST|PUT|PATCH|DELETE)\b/gm,
      );
      return [...exported].map(([, method]): [string, string] => [method, `/api/${path.replace(/\/route\.ts$/, "")}`]);
    });
  const forms = ["?format=otlp", "?format=chrome", "?format=html", "?parts=spans"];
  const traces = forms.map((query): [string, string] => ["GET", `/api/v1/jobs/BATCH/trace${query}`]);
  return [...routes, ...traces, ["GET", "/api/v1/batch/BATCH/artifacts/pages/1/source"]];
}

describe("a stranger reads another's batch", () => {
  it("on none of the routes that there are", () => {
    expect(routesOfABatch().length).toBeGreaterThan(14);
  });

  it.each(routesOfABatch())("%s %s answers them as if it never was", async (method, path) => {
    const told = await problemOf(await bob.fetch(path.replace("BATCH", anns), { method }));
    const never = await problemOf(await bob.fetch(path.replace("BATCH", "batch_neverwas00000000000"), { method }));
    expect(told).toMatchObject({ status: 404, code: "not_found" });
    expect({ ...told, request_id: "" }).toEqual({ ...never, request_id: "" });
  });

  it.each(routesOfABatch())("%s %s asks who they are first", async (method, path) => {
    const told = await problemOf(await nobody.fetch(path.replace("BATCH", anns), { method }));
    expect(told).toMatchObject({ status: 401, code: "unauthenticated" });
  });

  it("and it is whole for whom it belongs to and for the owner", async () => {
    for (const person of [ann, owner]) {
      expect(await (await person.fetch(`/api/v1/batch/${anns}/status`)).json()).toMatchObject({ status: "completed" });
      expect((await person.fetch(`/api/v1/jobs/${anns}/trace`)).status).toBe(200);
    }
    const listed = async (person: Person) => (await (await person.fetch("/api/v1/batch")).json()).count;
    expect([await listed(ann), await listed(owner), await listed(bob)]).toEqual([1, 1, 0]);
  });
});

describe("a stranger uses another's upload", () => {
  it("not to look at it", async () => {
    const file = await ann.upload("secret.svg", svg);
    expect((await ann.fetch(`/api/v1/uploads/${file}`)).status).toBe(200);
    expect(await problemOf(await bob.fetch(`/api/v1/uploads/${file}`))).toMatchObject({ status: 404 });
    expect(await problemOf(await nobody.fetch(`/api/v1/uploads/${file}`))).toMatchObject({ status: 401 });
  });

  it("in no batch and no preview", async () => {
    const file = await ann.upload("secret.svg", svg);
    const batch = await problemOf(await bob.send("POST", "/api/v1/batch/jobs", { items: [{ file }] }));
    expect(batch).toMatchObject({ status: 422, code: "invalid_request" });
    const preview = await bob.send("POST", "/api/v1/preview", { kind: "deck", file });
    expect(await problemOf(preview)).toMatchObject({ status: 422, code: "invalid_request" });
  });
});

describe("someone who is not signed in", () => {
  it.each(["/", "/jobs", "/docs", "/settings"])("is led from %s to the sign-in page", async (path) => {
    const response = await nobody.fetch(path);
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
  });

  it("sees of a batch's page no more than of one that never was", async () => {
    expect((await nobody.fetch(`/jobs/${anns}`)).status).toBe(303);
    expect((await nobody.fetch(`/jobs/${anns}/trace`)).status).toBe(303);
  });

  it("may see that the server lives", async () => {
    expect((await nobody.fetch("/api/health/live")).status).toBe(200);
    expect((await nobody.fetch("/sign-in")).status).toBe(200);
  });
});

describe("the framework's own routes", () => {
  it.each([
    "/_next/image?url=%2Fsamples%2Fcat.jpg&w=640&q=75",
    "/_next/data/build/jobs.json",
    "/_next/../jobs",
    "/api/../jobs",
    "/sign-in/../jobs",
    "//jobs",
    "//",
    "/\\\\jobs",
  ])("%s gives a stranger nothing", async (path) => {
    const { status } = await rawRequest(server.origin, path);
    expect([303, 307, 308, 400, 404]).toContain(status);
  });
});

describe("the server's own figures", () => {
  it.each(["/api/metrics", "/api/v1/queue/stats"])("%s are for an owner and for this machine", async (path) => {
    expect((await owner.fetch(path)).status).toBe(200);
    expect((await nobody.fetch(path)).status).toBe(200);
    const proxied = { headers: { "x-forwarded-for": "127.0.0.1" } };
    expect((await nobody.fetch(path, proxied)).status).toBe(401);
    expect((await bob.fetch(path, proxied)).status).toBe(403);
    expect((await owner.fetch(path, proxied)).status).toBe(200);
  });

  it("are not to be had by saying that one is here", async () => {
    const headers = { "x-forwarded-for": "203.0.113.9", "x-tracepress-address": "127.0.0.1" };
    expect((await rawRequest(server.origin, "/api/metrics", { headers })).status).toBe(401);
  });
});

describe("a member", () => {
  it("keeps no members and invites nobody", async () => {
    expect((await bob.fetch("/api/v1/members")).status).toBe(403);
    expect((await bob.send("POST", "/api/v1/invitations", { role: "owner" })).status).toBe(403);
    expect((await bob.send("PATCH", `/api/v1/members/${bob.id}`, { role: "owner" })).status).toBe(403);
    expect((await bob.fetch(`/api/v1/members/${ann.id}`, { method: "DELETE" })).status).toBe(403);
  });

  it("removes no key of another's", async () => {
    await ann.program();
    const { keys } = await (await ann.fetch("/api/v1/keys")).json();
    const removal = await bob.fetch(`/api/v1/keys/${keys[0].key_id}`, { method: "DELETE" });
    expect(await problemOf(removal)).toMatchObject({ status: 404 });
  });
});

describe("a program with a key", () => {
  it("does what its scopes say, for whom it belongs to and for nobody else", async () => {
    const looking = await ann.program({ scopes: ["read"] });
    expect((await looking.fetch(`/api/v1/batch/${anns}/status`)).status).toBe(200);
    expect(await problemOf(await looking.fetch(`/api/v1/batch/${anns}`, { method: "DELETE" }))).toMatchObject({
      status: 403,
      code: "forbidden",
    });
    const bobs = await bob.program();
    expect((await bobs.fetch(`/api/v1/batch/${anns}/status`)).status).toBe(404);
  });

  it("makes no further keys, members or sessions, even an owner's", async () => {
    const owners = await owner.program();
    expect((await owners.send("POST", "/api/v1/keys", { name: "more" })).status).toBe(403);
    expect((await owners.fetch("/api/v1/members")).status).toBe(403);
    expect((await owners.fetch("/api/v1/session")).status).toBe(403);
  });

  it("is nobody with a guessed key", async () => {
    const guessed = new Person(server, "", { authorization: "Bearer tp_guessed" });
    expect(await problemOf(await guessed.fetch("/api/v1/batch"))).toMatchObject({ status: 401 });
  });
});

describe("a session", () => {
  it("replayed after logout is worth nothing", async () => {
    const again = await signedIn(server, "bob@example.org");
    expect((await again.fetch("/api/v1/batch")).status).toBe(200);
    expect((await again.fetch("/api/v1/session", { method: "DELETE" })).status).toBe(204);
    expect((await again.fetch("/api/v1/batch")).status).toBe(401);
    expect((await again.fetch("/jobs")).status).toBe(303);
  });

  it("lets no page of another site change anything in its name", async () => {
    const headers = { ...bob.headers, origin: "https://evil.example", "content-type": "application/json" };
    const body = JSON.stringify({ name: "theirs" });
    expect((await rawRequest(server.origin, "/api/v1/keys", { method: "POST", headers, body })).status).toBe(403);
    const ending = await rawRequest(server.origin, "/api/v1/session", { method: "DELETE", headers });
    expect(ending.status).toBe(403);
    expect((await bob.fetch("/api/v1/batch")).status).toBe(200);
  });

  it("is not begun without a link: nobody signs up by themselves", async () => {
    const request = { token: "guessed", name: "Eve", email: "eve@example.org", password: "twelve letters" };
    expect((await nobody.send("POST", "/api/v1/members", request)).status).toBe(404);
    expect((await nobody.send("POST", "/api/auth/sign-up/email", request)).status).toBe(404);
  });
});

it("a guessed id finds nothing: ids hold 120 random bits", () => {
  expect(anns).toMatch(/^batch_[\w-]{20}$/);
});
