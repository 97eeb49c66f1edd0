import { type Caller, localOwner } from "@/lib/access/caller";
import { isLoopback } from "@/lib/access/hosts";
import { config } from "@/lib/config";

/** Set by the gate on every request that comes in, whatever the client sent under this name. */
export const addressHeader = "x-tracepress-address";

/** Who sent a request; null for someone who is not known. */
export async function callerOf(_request: Request): Promise<Caller | null> {
  return config().auth === "local" ? localOwner : null;
}

/** Whether a request came from a program on this machine, and not by way of a proxy on it. */
export const isOnThisMachine = (request: Request): boolean => isLoopback(request.headers.get(addressHeader) ?? "");
