import { route } from "@/app/_http/route";
import { database } from "@/db/client";
import { accounts } from "@/lib/access/accounts";
import { removeKey } from "@/lib/access/keys";

export const DELETE = route<{ key: string }, "session">("session", ({ caller, params }) => {
  accounts();
  removeKey(database(), caller.id, params.key);
  return new Response(null, { status: 204 });
});
