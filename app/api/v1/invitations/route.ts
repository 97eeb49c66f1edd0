import { smallJson } from "@/app/_http/body";
import { json, route } from "@/app/_http/route";
import { database } from "@/db/client";
import { accounts, originOf } from "@/lib/access/accounts";
import { invitationView, invite } from "@/lib/access/invitations";
import { config } from "@/lib/config";
import { roleRequestSchema } from "@/lib/contracts/accounts";

export const POST = route("owner", async ({ request }) => {
  accounts();
  const { role } = await smallJson(request, roleRequestSchema);
  return json(invitationView(invite(database(), role, Date.now()), originOf(config())), { status: 201 });
});
