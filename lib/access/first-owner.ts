import { database } from "@/db/client";
import { config } from "@/lib/config";
import { inviteFirstOwner } from "./invitations";
import { linkView } from "./one-time-link";
import { originOf } from "./origin";

/** Prints the one-time link of the first owner while nobody has an account: for whoever started the server, and no log. */
export function sayFirstOwnerLink(): void {
  if (config().auth === "local") return;
  const invitation = inviteFirstOwner(database(), Date.now());
  if (invitation === null) return;
  const { url } = linkView(invitation, originOf(config()));
  process.stdout.write(`Nobody has an account yet. Make the owner's, once, at ${url}\n`);
}
