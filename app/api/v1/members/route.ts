import { smallJson } from "@/app/_http/body";
import { countAgainst } from "@/app/_http/limit";
import { json, route } from "@/app/_http/route";
import { database } from "@/db/client";
import { accounts } from "@/lib/access/accounts";
import { join } from "@/lib/access/invitations";
import { listMembers } from "@/lib/access/members";
import { joinRequestSchema } from "@/lib/contracts/accounts";

export const GET = route("owner", () => {
  accounts();
  return json(listMembers(database()));
});

/** Whoever holds a one-time link makes their own account. */
export const POST = route("public", async ({ request }) => {
  const known = accounts();
  const body = await smallJson(request, joinRequestSchema);
  await countAgainst("signIn", request, { id: body.email });
  await join(known, database(), body, Date.now());
  return new Response(null, { status: 201 });
});
