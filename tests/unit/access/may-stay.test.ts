import { expect, it } from "vitest";
import { identify } from "@/lib/access/identify";
import { makeKey } from "@/lib/access/keys";
import { mayStay } from "@/lib/access/may-stay";
import { newApiKeyRequestSchema } from "@/lib/contracts/accounts";
import { AccountRooms } from "@/tests/support/accounts";

const day = 24 * 3600 * 1000;

it("whoever came by a key that runs out may stay until it has", async () => {
  const rooms = new AccountRooms();
  const { id } = await rooms.person("ann", "member");
  const request = newApiKeyRequestSchema.parse({ name: "printer", expires_in_days: 2 });
  const { key } = await makeKey(rooms.accounts, rooms.db, id, request);
  const caller = await identify(rooms.accounts, rooms.db, new Headers({ "x-api-key": key }));
  const stays = (now: number) => mayStay(rooms.db, caller!, "batch_of_nobody", now);
  const now = Date.now();
  expect([stays(now), stays(now + 1.9 * day), stays(now + 2.1 * day)]).toEqual([true, true, false]);
});

it("whoever signed in may stay until the session has run out", async () => {
  const rooms = new AccountRooms();
  const { headers } = await rooms.person("ann", "member");
  const caller = await identify(rooms.accounts, rooms.db, headers);
  const stays = (now: number) => mayStay(rooms.db, caller!, "batch_of_nobody", now);
  expect([stays(Date.now()), stays(Date.now() + 1000 * day)]).toEqual([true, false]);
});
