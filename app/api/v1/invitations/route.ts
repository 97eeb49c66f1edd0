import { smallJson } from "@/app/_http/body";
import { json, route } from "@/app/_http/route";
import { database } from "@/db/client";
import { accounts } from "@/lib/access/accounts";
import { invite } from "@/lib/access/invitations";
import { linkView } from "@/lib/access/one-time-link";
import { originOf } from "@/lib/access/origin";
import { config } from "@/lib/config";
import { roleRequestSchema } from "@/lib/contracts/accounts";

export const POST = route("owner", async ({ request }) => {
  accounts();
  const { role } = await smallJson(request, roleRequestSchema);
  return json(linkView(invite(database(), role, Date.now()), originOf(config())), { status: 201 });
});
