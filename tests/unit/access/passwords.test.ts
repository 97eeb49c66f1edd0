import { describe, expect, it } from "vitest";
import { identify } from "@/lib/access/identify";
import { removeMember } from "@/lib/access/members";
import { changePassword, makePasswordLink, setPassword } from "@/lib/access/passwords";
import { signIn } from "@/lib/access/sign-in";
import { AccountRooms, cookieHeaders, password } from "@/tests/support/accounts";

const fresh = "another one, just as long";
const email = "ann@example.org";

describe("one's own password", () => {
  it("is changed with the one before; this session goes on and every other one ends", async () => {
    const rooms = new AccountRooms();
    const ann = await rooms.person("ann", "member");
    const elsewhere = cookieHeaders((await signIn(rooms.accounts, { email, password })).cookies);
    const request = { current_password: password, password: fresh };
    const here = cookieHeaders(await changePassword(rooms.accounts, ann.headers, request));
    expect(await identify(rooms.accounts, rooms.db, here)).toMatchObject({ id: ann.id });
    expect(await identify(rooms.accounts, rooms.db, elsewhere)).toBeNull();
    await expect(signIn(rooms.accounts, { email, password })).rejects.toMatchObject({ code: "unauthenticated" });
    expect((await signIn(rooms.accounts, { email, password: fresh })).userId).toBe(ann.id);
  });

  it("stays as it was where the one before is wrong", async () => {
    const rooms = new AccountRooms();
    const ann = await rooms.person("ann", "member");
    const tried = changePassword(rooms.accounts, ann.headers, { current_password: "a guess", password: fresh });
    await expect(tried).rejects.toMatchObject({ code: "forbidden" });
    expect((await signIn(rooms.accounts, { email, password })).userId).toBe(ann.id);
    expect(await identify(rooms.accounts, rooms.db, ann.headers)).not.toBeNull();
  });
});

describe("a link for a new password", () => {
  it("works once, for whom it is, and ends their sessions", async () => {
    const rooms = new AccountRooms();
    const ann = await rooms.person("ann", "member");
    const { token } = makePasswordLink(rooms.db, ann.id, Date.now());
    expect(await setPassword(rooms.accounts, rooms.db, { token, password: fresh }, Date.now())).toMatchObject({
      email,
    });
    expect(await identify(rooms.accounts, rooms.db, ann.headers)).toBeNull();
    expect((await signIn(rooms.accounts, { email, password: fresh })).userId).toBe(ann.id);
    const again = setPassword(rooms.accounts, rooms.db, { token, password }, Date.now());
    await expect(again).rejects.toMatchObject({ code: "not_found" });
  });

  it("is worth nothing once it has run out, another was made, or the account is gone", async () => {
    const rooms = new AccountRooms();
    await rooms.person("owner", "owner");
    const ann = await rooms.person("ann", "member");
    const use = (token: string, now: number) => setPassword(rooms.accounts, rooms.db, { token, password: fresh }, now);
    const first = makePasswordLink(rooms.db, ann.id, Date.now());
    await expect(use(first.token, first.expiresAt)).rejects.toMatchObject({ code: "not_found" });
    const second = makePasswordLink(rooms.db, ann.id, Date.now());
    await expect(use(first.token, Date.now())).rejects.toMatchObject({ code: "not_found" });
    removeMember(rooms.db, ann.id);
    await expect(use(second.token, Date.now())).rejects.toMatchObject({ code: "not_found" });
  });
});
