import { smallJson } from "@/app/_http/body";
import { json, route } from "@/app/_http/route";
import { database } from "@/db/client";
import { accounts } from "@/lib/access/accounts";
import { listKeys, makeKey } from "@/lib/access/keys";
import { newApiKeyRequestSchema } from "@/lib/contracts/accounts";

export const GET = route("session", ({ caller }) => {
  accounts();
  return json(listKeys(database(), caller.id));
});

export const POST = route("session", async ({ request, caller }) => {
  const known = accounts();
  const body = await smallJson(request, newApiKeyRequestSchema);
  return json(await makeKey(known, database(), caller.id, body), { status: 201 });
});
