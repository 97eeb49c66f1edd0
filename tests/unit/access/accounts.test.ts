import { readFileSync, statSync } from "node:fs";
import { join as path } from "node:path";
import { describe, expect, it } from "vitest";
import { identify } from "@/lib/access/identify";
import { invite, inviteFirstOwner, join } from "@/lib/access/invitations";
import { listKeys, makeKey, removeKey } from "@/lib/access/keys";
import { changeRole, listMembers, removeMember } from "@/lib/access/members";
import { signIn, signOut } from "@/lib/access/sign-in";
import { newApiKeyRequestSchema } from "@/lib/contracts/accounts";
import { AccountRooms, password } from "@/tests/support/accounts";

const keyRequest = (given: object = {}) => newApiKeyRequestSchema.parse({ name: "printer", ...given });
const asKey = (key: string) => new Headers({ "x-api-key": key });

describe("an account", () => {
  it("is made by a link that works once", async () => {
    const rooms = new AccountRooms();
    const { token } = invite(rooms.db, "member", Date.now());
    const request = { token, name: "Ann", email: "ann@example.org", password };
    await join(rooms.accounts, rooms.db, request, Date.now());
    const again = join(rooms.accounts, rooms.db, { ...request, email: "bob@example.org" }, Date.now());
    await expect(again).rejects.toMatchObject({ code: "not_found" });
    expect(listMembers(rooms.db).members).toMatchObject([{ name: "Ann", email: "ann@example.org", role: "member" }]);
  });

  it("is not made by a link that has run out", async () => {
    const rooms = new AccountRooms();
    const { token, expiresAt } = invite(rooms.db, "member", Date.now());
    const request = { token, name: "Ann", email: "ann@example.org", password };
    await expect(join(rooms.accounts, rooms.db, request, expiresAt)).rejects.toMatchObject({ code: "not_found" });
  });

  it("leaves its link unused where the address has one already", async () => {
    const rooms = new AccountRooms();
    await rooms.person("ann", "owner");
    const { token } = invite(rooms.db, "member", Date.now());
    const request = { token, name: "Ann", email: "ann@example.org", password };
    await expect(join(rooms.accounts, rooms.db, request, Date.now())).rejects.toMatchObject({ code: "conflict" });
    await join(rooms.accounts, rooms.db, { ...request, email: "ann2@example.org" }, Date.now());
  });

  it("of the first owner has a link as long as there is none, and the newest alone works", async () => {
    const rooms = new AccountRooms();
    const [lost, printed] = [inviteFirstOwner(rooms.db, Date.now()), inviteFirstOwner(rooms.db, Date.now())];
    const request = { name: "Ann", email: "ann@example.org", password };
    const tried = join(rooms.accounts, rooms.db, { ...request, token: lost!.token }, Date.now());
    await expect(tried).rejects.toMatchObject({ code: "not_found" });
    await join(rooms.accounts, rooms.db, { ...request, token: printed!.token }, Date.now());
    expect(listMembers(rooms.db).members).toMatchObject([{ role: "owner" }]);
    expect(inviteFirstOwner(rooms.db, Date.now())).toBeNull();
  });

  it("keeps its password and its link nowhere in the clear", async () => {
    const rooms = new AccountRooms();
    const { token } = invite(rooms.db, "owner", Date.now());
    await rooms.person("ann", "owner");
    rooms.db.$client.pragma("wal_checkpoint(truncate)");
    const stored = readFileSync(path(rooms.folder, "tracepress.db"));
    expect(stored.includes(password)).toBe(false);
    expect(stored.includes(token)).toBe(false);
  });
});

describe("a session", () => {
  it("says who someone is, by a cookie that scripts cannot read and other sites do not send", async () => {
    const rooms = new AccountRooms();
    const ann = await rooms.person("ann", "member");
    expect(await identify(rooms.accounts, rooms.db, ann.headers)).toMatchObject({ id: ann.id, role: "member" });
    const { cookies } = await signIn(rooms.accounts, { email: "ann@example.org", password });
    for (const cookie of cookies) expect(cookie).toMatch(/HttpOnly/i);
    for (const cookie of cookies) expect(cookie).toMatch(/SameSite=Lax/i);
  });

  it("is worth nothing after it was ended, however often it is replayed", async () => {
    const rooms = new AccountRooms();
    const { headers } = await rooms.person("ann", "member");
    await signOut(rooms.accounts, headers);
    expect(await identify(rooms.accounts, rooms.db, headers)).toBeNull();
  });

  it("is nobody's with a cookie that was tampered with", async () => {
    const rooms = new AccountRooms();
    const { headers } = await rooms.person("ann", "member");
    const cookie = headers.get("cookie")!;
    const forged = new Headers({ cookie: cookie.replace(/.(?=\.[^.]*$)/, (end) => (end === "a" ? "b" : "a")) });
    expect(forged.get("cookie")).not.toBe(cookie);
    expect(await identify(rooms.accounts, rooms.db, forged)).toBeNull();
  });

  it("is refused in the same words to an unknown address and a wrong password", async () => {
    const rooms = new AccountRooms();
    await rooms.person("ann", "member");
    const wrong = signIn(rooms.accounts, { email: "ann@example.org", password: "not this one" });
    const unknown = signIn(rooms.accounts, { email: "nobody@example.org", password: "not this one" });
    const [first, second] = await Promise.all([wrong, unknown].map((tried) => tried.catch((error: Error) => error)));
    expect(first).toMatchObject({ code: "unauthenticated" });
    expect((second as Error).message).toBe((first as Error).message);
  });

  it("costs the server as much for an unknown address as for a known one", async () => {
    const rooms = new AccountRooms();
    await rooms.person("ann", "member");
    const costOf = async (email: string) => {
      const began = process.cpuUsage();
      await signIn(rooms.accounts, { email, password: "not this one" }).catch(() => undefined);
      const { user, system } = process.cpuUsage(began);
      return user + system;
    };
    const known: number[] = [];
    const unknown: number[] = [];
    for (let round = 0; round < 9; round++) {
      known.push(await costOf("ann@example.org"));
      unknown.push(await costOf("nobody@example.org"));
    }
    const ratio = median(known) / median(unknown);
    expect(ratio).toBeGreaterThan(0.6);
    expect(ratio).toBeLessThan(1.6);
  });
});

const median = (figures: number[]): number => figures.sort((a, b) => a - b)[Math.floor(figures.length / 2)];

describe("an API key", () => {
  it("stands for its owner with the scopes it was given, in either header", async () => {
    const rooms = new AccountRooms();
    const ann = await rooms.person("ann", "member");
    const { key, key_id } = await makeKey(rooms.accounts, rooms.db, ann.id, keyRequest({ scopes: ["read"] }));
    const caller = { id: ann.id, role: "member", via: "key", credentialId: key_id, scopes: ["read"] };
    expect(await identify(rooms.accounts, rooms.db, asKey(key))).toEqual(caller);
    const bearer = new Headers({ authorization: `Bearer ${key}` });
    expect(await identify(rooms.accounts, rooms.db, bearer)).toEqual(caller);
  });

  it("is shown once and kept as a hash", async () => {
    const rooms = new AccountRooms();
    const { id } = await rooms.person("ann", "member");
    const { key, key_id } = await makeKey(rooms.accounts, rooms.db, id, keyRequest());
    rooms.db.$client.pragma("wal_checkpoint(truncate)");
    expect(readFileSync(path(rooms.folder, "tracepress.db")).includes(key)).toBe(false);
    const [listed] = listKeys(rooms.db, id).keys;
    expect(listed).toMatchObject({ key_id, name: "printer", scopes: ["read", "write"], expires_at: null });
    expect(key.startsWith(listed.start)).toBe(true);
    expect(JSON.stringify(listed)).not.toContain(key);
  });

  it("is refused when it is guessed, taken back, or its owner is gone", async () => {
    const rooms = new AccountRooms();
    const refused = { code: "unauthenticated" };
    await expect(identify(rooms.accounts, rooms.db, asKey("tp_guessed"))).rejects.toMatchObject(refused);
    const [ann, bob] = [await rooms.person("ann", "owner"), await rooms.person("bob", "member")];
    const first = await makeKey(rooms.accounts, rooms.db, bob.id, keyRequest());
    expect(() => removeKey(rooms.db, ann.id, first.key_id)).toThrow(expect.objectContaining({ code: "not_found" }));
    removeKey(rooms.db, bob.id, first.key_id);
    await expect(identify(rooms.accounts, rooms.db, asKey(first.key))).rejects.toMatchObject(refused);
    const second = await makeKey(rooms.accounts, rooms.db, bob.id, keyRequest());
    removeMember(rooms.db, bob.id);
    await expect(identify(rooms.accounts, rooms.db, asKey(second.key))).rejects.toMatchObject(refused);
    expect(await identify(rooms.accounts, rooms.db, bob.headers)).toBeNull();
  });

  it("is refused after its last day", async () => {
    const rooms = new AccountRooms();
    const { id } = await rooms.person("ann", "member");
    const { key, key_id } = await makeKey(rooms.accounts, rooms.db, id, keyRequest({ expires_in_days: 1 }));
    expect(await identify(rooms.accounts, rooms.db, asKey(key))).not.toBeNull();
    rooms.db.$client.prepare("update api_keys set expires_at = ? where id = ?").run(Date.now() - 1, key_id);
    await expect(identify(rooms.accounts, rooms.db, asKey(key))).rejects.toMatchObject({ code: "unauthenticated" });
  });

  it("is told to wait past its own limit, and for how long", async () => {
    const rooms = new AccountRooms();
    const { id } = await rooms.person("ann", "member");
    const { key } = await makeKey(rooms.accounts, rooms.db, id, keyRequest({ requests_per_minute: 2 }));
    for (let times = 0; times < 2; times++) await identify(rooms.accounts, rooms.db, asKey(key));
    const third = await identify(rooms.accounts, rooms.db, asKey(key)).catch((error: unknown) => error);
    expect(third).toMatchObject({ code: "rate_limited", retryAfter: expect.any(Number) });
    expect((third as { retryAfter: number }).retryAfter).toBeGreaterThan(0);
  });
});

describe("members", () => {
  it("keep an owner among them", async () => {
    const rooms = new AccountRooms();
    const [ann, bob] = [await rooms.person("ann", "owner"), await rooms.person("bob", "member")];
    const conflict = expect.objectContaining({ code: "conflict" });
    expect(() => removeMember(rooms.db, ann.id)).toThrow(conflict);
    expect(() => changeRole(rooms.db, ann.id, "member")).toThrow(conflict);
    changeRole(rooms.db, bob.id, "owner");
    removeMember(rooms.db, ann.id);
    expect(listMembers(rooms.db).members.map(({ name }) => name)).toEqual(["bob"]);
  });
});

it("the secret of cookies is for this user's eyes only", () => {
  const rooms = new AccountRooms();
  expect(statSync(path(rooms.folder, "secret")).mode & 0o077).toBe(0);
});
