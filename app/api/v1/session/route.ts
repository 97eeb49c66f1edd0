import { smallJson } from "@/app/_http/body";
import { countAgainst } from "@/app/_http/limit";
import { json, route, withCookies } from "@/app/_http/route";
import { database } from "@/db/client";
import { accounts } from "@/lib/access/accounts";
import { memberOf } from "@/lib/access/members";
import { signIn, signOut } from "@/lib/access/sign-in";
import { signInRequestSchema } from "@/lib/contracts/accounts";

export const GET = route("session", ({ caller }) => {
  accounts();
  return json(memberOf(database(), caller.id));
});

export const POST = route("public", async ({ request }) => {
  const known = accounts();
  const body = await smallJson(request, signInRequestSchema);
  await countAgainst("signIn", request, { id: body.email });
  const { userId, cookies } = await signIn(known, body);
  return withCookies(json(memberOf(database(), userId)), cookies);
});

export const DELETE = route("session", async ({ request }) => {
  const cookies = await signOut(accounts(), request.headers);
  return withCookies(new Response(null, { status: 204 }), cookies);
});
