import type { Caller } from "@/lib/access/caller";
import { type Limited, limits } from "@/lib/access/limits";
import { config } from "@/lib/config";
import { addressOf } from "./caller";

/**
 * Counts a request against what one person, key owner or name and one address may do in a minute. Where nobody signs in
 * there is nobody to be kept from using up their own machine.
 * @param who besides the address: a user, or the name that someone wants to sign in by.
 * @throws TracepressError `rate_limited`.
 */
export async function countAgainst(what: Limited, request: Request, who: Pick<Caller, "id">): Promise<void> {
  if (config().auth === "local") return;
  await limits().count(what, [`who:${who.id}`, `address:${addressOf(request)}`]);
}
