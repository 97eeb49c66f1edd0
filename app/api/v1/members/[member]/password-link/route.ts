import { json, route } from "@/app/_http/route";
import { database } from "@/db/client";
import { accounts } from "@/lib/access/accounts";
import { linkView } from "@/lib/access/one-time-link";
import { originOf } from "@/lib/access/origin";
import { makePasswordLink } from "@/lib/access/passwords";
import { config } from "@/lib/config";

export const POST = route<{ member: string }, "owner">("owner", ({ params }) => {
  accounts();
  return json(linkView(makePasswordLink(database(), params.member, Date.now()), originOf(config())), { status: 201 });
});
