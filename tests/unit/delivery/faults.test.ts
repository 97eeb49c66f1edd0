import { inspect } from "node:util";
import { expect, it } from "vitest";
import { account } from "../../support/drive-tokens";
import { Gate } from "../../support/gate";
import { Desk } from "./desk";
import { file, noise } from "./freight";

const previews = (count: number) => Array.from({ length: count }, (_, index) => file(`${index}.png`, `${index}`));

it.each([
  ["too many requests", { answer: 429, reason: "rateLimitExceeded" }],
  ["the rate limit of the project", { answer: 403, reason: "rateLimitExceeded" }],
  ["the rate limit of the person", { answer: 403, reason: "userRateLimitExceeded" }],
  ["a server error", { answer: 503 }],
  ["a broken connection", { breakAfter: 10 }],
])("tries a file again after %s", async (_name, trouble) => {
  const desk = await Desk.open();
  desk.server.next("multipart", trouble, 2);
  const { files } = await desk.deliver();
  expect(files[0]).toMatchObject({ status: "completed", attempts: 3, error: null });
  expect(desk.heard.map(({ status, attempts }) => [status, attempts])).toEqual([
    ["uploading", 1],
    ["uploading", 2],
    ["uploading", 3],
    ["completed", 3],
  ]);
});

it("waits as long as Drive asks before it tries again", async () => {
  const desk = await Desk.open();
  desk.server.next("multipart", { answer: 429, reason: "rateLimitExceeded", headers: { "retry-after": "1" } });
  await desk.deliver();
  const [first, second] = desk.server.requests.filter(({ route }) => route === "multipart");
  expect(second.at - first.at).toBeGreaterThanOrEqual(990);
});

it("waits until the moment that Drive names", async () => {
  const desk = await Desk.open();
  const date = new Date(Date.now() + 3000);
  desk.server.next("multipart", { answer: 503, headers: { "retry-after": date.toUTCString() } });
  await desk.deliver();
  const [, second] = desk.server.requests.filter(({ route }) => route === "multipart");
  expect(second.at).toBeGreaterThanOrEqual(Math.floor(date.getTime() / 1000) * 1000);
});

it("does not hold a batch for an hour because Drive asks for one", async () => {
  const desk = await Desk.open();
  desk.server.next("multipart", { answer: 429, headers: { "retry-after": "3600" } });
  const { files } = await desk.deliver();
  expect(files[0]).toMatchObject({ status: "failed", attempts: 1 });
  expect(files[0].error).toMatchObject({ code: "upload_failed", retryable: true });
});

it("gives a file up after five tries, and delivers the others", async () => {
  const desk = await Desk.open();
  const files = [file("deck.pptx", noise(5 * 1024 * 1024)), ...previews(4)];
  desk.server.next("session", { answer: 500 }, 9);
  const delivered = await desk.deliver({ files });
  expect(delivered.files.map(({ status, attempts }) => [status, attempts])).toEqual([
    ["failed", 5],
    ["completed", 1],
    ["completed", 1],
    ["completed", 1],
    ["completed", 1],
  ]);
});

it("tries again when looking for folders or fetching a token fails", async () => {
  const desk = await Desk.open();
  desk.server.next("token", { answer: 503 }, 2);
  desk.server.next("list", { answer: 500 }, 2);
  desk.server.next("ids", { answer: 403, reason: "userRateLimitExceeded" });
  const { files } = await desk.deliver();
  expect(files[0].status).toBe("completed");
});

it.each(["token", "list", "multipart", "piece"] as const)(
  "tries again when a %s request gets no answer",
  async (route) => {
    const desk = await Desk.open();
    desk.pace = { ...desk.pace, answerMs: 1500, sendMs: 1500 };
    desk.server.next(route, { silent: true });
    const { files } = await desk.deliver({
      files: [file("deck.pptx", route === "piece" ? noise(5_000_000) : "the deck")],
    });
    expect(files[0].status).toBe("completed");
  },
);

it("tells a full drive apart, and does not try the other files", async () => {
  const desk = await Desk.open();
  desk.server.next("multipart", { answer: 403, reason: "storageQuotaExceeded" }, 99);
  const { files } = await desk.deliver({ files: previews(20) });
  expect(new Set(files.map(({ error }) => error?.code))).toEqual(new Set(["drive_quota"]));
  expect(files[0].error).toMatchObject({ retryable: false, message: expect.stringContaining("no space left") });
  expect(desk.server.count("multipart")).toBeLessThanOrEqual(3);
});

it("says at once when the account was withdrawn", async () => {
  const desk = await Desk.open();
  const TRACEPRESS_DRIVE_CREDENTIALS = desk.server.credentials("authorized_user", { refresh_token: "withdrawn" });
  await expect(desk.deliver({}, { TRACEPRESS_DRIVE_CREDENTIALS })).rejects.toMatchObject({
    code: "drive_auth",
    retryable: false,
    message: expect.stringContaining("TRACEPRESS_DRIVE_CREDENTIALS"),
  });
  expect(desk.server.count("token")).toBe(1);
});

it.each([
  ["a token that is good no longer", 401, "authError"],
  ["a folder the account may not write in", 403, "insufficientFilePermissions"],
])("does not try again with %s", async (_name, answer, reason) => {
  const desk = await Desk.open();
  desk.server.next("multipart", { answer, reason }, 9);
  const { files } = await desk.deliver();
  expect(files[0]).toMatchObject({ status: "failed", attempts: 1 });
  expect(files[0].error).toMatchObject({ code: "drive_auth", retryable: false });
});

it("does not try again what Drive will not have", async () => {
  const desk = await Desk.open();
  desk.server.next("multipart", { answer: 400, reason: "badRequest" }, 9);
  const { files } = await desk.deliver();
  expect(files[0]).toMatchObject({ status: "failed", attempts: 1 });
  expect(files[0].error).toMatchObject({ code: "upload_refused", retryable: false });
});

it("names the setting when the root folder is not there", async () => {
  const desk = await Desk.open();
  await expect(desk.deliver({}, { TRACEPRESS_DRIVE_ROOT: "elsewhere" })).rejects.toMatchObject({
    code: "drive_unavailable",
    message: expect.stringContaining("TRACEPRESS_DRIVE_ROOT"),
  });
});

it.each([
  ["while it waits to try again", "multipart", { answer: 429, headers: { "retry-after": "600" } }],
  ["while it waits for a token", "token", { silent: true }],
  ["while Drive says nothing", "list", { silent: true }],
  ["in the middle of a file", "piece", { silent: true }],
] as const)("stops at once %s, and not when that is over", async (_when, route, trouble) => {
  const desk = await Desk.open();
  // Each of these waits outlasts the test.
  desk.pace = { ...desk.pace, answerMs: 600_000, sendMs: 600_000 };
  const stop = new AbortController();
  desk.server.next(route, trouble);
  const files = [file("deck.pptx", route === "piece" ? noise(9_000_000) : "the deck")];
  const ended = desk.deliver({ files, signal: stop.signal }).catch((reason) => reason);
  await expect.poll(() => desk.server.count(route)).toBeGreaterThan(0);
  stop.abort(new Error("cancelled"));
  expect(await ended).toMatchObject({ message: "cancelled" });
});

it("stops while another delivery of the batch is under way, which goes on", async () => {
  const desk = await Desk.open();
  const stop = new AbortController();
  const held = new Gate();
  desk.server.next("multipart", { held: held.passed });
  const first = desk.deliver();
  await expect.poll(() => desk.server.count("multipart")).toBe(1);
  const second = desk.deliver({ signal: stop.signal });
  setTimeout(() => stop.abort(new Error("cancelled")), 50);
  await expect(second).rejects.toThrow("cancelled");
  held.open();
  expect((await first).files[0].status).toBe("completed");
});

it("keeps secrets out of every error", async () => {
  const desk = await Desk.open();
  const said: unknown[] = [];
  const settings = { TRACEPRESS_DRIVE_CREDENTIALS: desk.server.credentials("authorized_user") };
  const onFile = (...about: unknown[]) => said.push(about);
  desk.server.next("multipart", { answer: 403, reason: "storageQuotaExceeded" });
  await desk.deliver({ onFile }, settings);
  desk.server.next("token", { answer: 400, reason: "invalid_grant" });
  await desk.deliver({}, settings).catch((error) => said.push(error));
  const all = inspect(said, { depth: Number.POSITIVE_INFINITY, showHidden: true });
  expect(all).toContain("storageQuotaExceeded");
  expect(all).toContain("invalid_grant");
  for (const secret of [account.client_secret, account.refresh_token, "token-1"]) expect(all).not.toContain(secret);
});
