import { database } from "@/db/client";
import { accounts } from "@/lib/access/accounts";
import { type Caller, localOwner } from "@/lib/access/caller";
import { isLoopback } from "@/lib/access/hosts";
import { identify } from "@/lib/access/identify";
import { config } from "@/lib/config";

/** Set by the gate on every request that comes in, whatever the client sent under this name. */
export const addressHeader = "x-tracepress-address";

/**
 * Who sent a request with these headers; null for someone who is not known.
 * @throws TracepressError `unauthenticated` for an API key that is not valid, `rate_limited` for one used too often.
 */
export async function callerOf(headers: Headers): Promise<Caller | null> {
  return config().auth === "local" ? localOwner : identify(accounts(), database(), headers);
}

export const addressOf = (request: Request): string => request.headers.get(addressHeader) ?? "";

/** Whether a request came from a program on this machine, and not by way of a proxy on it. */
export const isOnThisMachine = (request: Request): boolean => isLoopback(addressOf(request));

/** Who a page is drawn for: as {@link callerOf}, but by cookie alone, since no page is asked for with a key. */
export const pageCallerOf = (cookie: string | null | undefined): Promise<Caller | null> =>
  callerOf(new Headers({ cookie: cookie ?? "" }));

/** What a page says of who it is drawn for. */
export async function visitorOf(headers: Headers): Promise<"local" | "signed-in" | "stranger"> {
  if (config().auth === "local") return "local";
  return (await pageCallerOf(headers.get("cookie"))) ? "signed-in" : "stranger";
}
