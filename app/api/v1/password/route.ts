import { smallJson } from "@/app/_http/body";
import { addressOf } from "@/app/_http/caller";
import { countAgainst } from "@/app/_http/limit";
import { json, route, withCookies } from "@/app/_http/route";
import { database } from "@/db/client";
import { accounts } from "@/lib/access/accounts";
import { changePassword, setPassword } from "@/lib/access/passwords";
import { changePasswordRequestSchema, setPasswordRequestSchema } from "@/lib/contracts/accounts";

/** Someone who is signed in changes their own. */
export const PUT = route<object, "session">("session", async ({ request, caller }) => {
  const known = accounts();
  const body = await smallJson(request, changePasswordRequestSchema);
  await countAgainst("signIn", request, caller);
  return withCookies(new Response(null, { status: 204 }), await changePassword(known, request.headers, body));
});

/** Whoever holds a one-time link sets the password of whom it is for. */
export const POST = route("public", async ({ request }) => {
  const known = accounts();
  const body = await smallJson(request, setPasswordRequestSchema);
  await countAgainst("signIn", request, { id: addressOf(request) });
  return json(await setPassword(known, database(), body, Date.now()));
});
