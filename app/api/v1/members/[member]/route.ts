import { smallJson } from "@/app/_http/body";
import { json, route } from "@/app/_http/route";
import { database } from "@/db/client";
import { accounts } from "@/lib/access/accounts";
import { changeRole, removeMember } from "@/lib/access/members";
import { roleRequestSchema } from "@/lib/contracts/accounts";

export const PATCH = route<{ member: string }, "owner">("owner", async ({ request, params }) => {
  accounts();
  const { role } = await smallJson(request, roleRequestSchema);
  return json(changeRole(database(), params.member, role));
});

export const DELETE = route<{ member: string }, "owner">("owner", ({ params }) => {
  accounts();
  removeMember(database(), params.member);
  return new Response(null, { status: 204 });
});
