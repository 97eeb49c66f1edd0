import { TracepressError } from "@/lib/errors";
import { hostName, isLoopback } from "./hosts";

/** What a request says of itself before anything else of it is read. */
export interface Arrival {
  method: string;
  host: string | undefined;
  origin: string | undefined;
  /** `Sec-Fetch-Site`, which browsers set and no page can. */
  fetchSite: string | undefined;
}

const harmless = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Whether a request may come in: it was sent to a name of this server, so that no rebound name leads here, and what
 * changes something was sent by no page but our own. Programs other than browsers send no `Origin` and come in.
 * @param publicUrl that people reach this server at; null for this machine alone.
 */
export function refusal(arrival: Arrival, publicUrl: URL | null): TracepressError | null {
  if (!isOurs(arrival.host, publicUrl)) {
    return new TracepressError("foreign_host", "This server does not answer to the name that the request was sent to.");
  }
  if (harmless.has(arrival.method) || !isForeign(arrival)) return null;
  return new TracepressError("foreign_origin", "A page of another site may not change anything here.");
}

function isOurs(host: string | undefined, publicUrl: URL | null): boolean {
  const name = hostName(host ?? "");
  return name !== null && (isLoopback(name) || host?.toLowerCase() === publicUrl?.host);
}

function isForeign({ host, origin, fetchSite }: Arrival): boolean {
  if (fetchSite !== undefined && fetchSite !== "same-origin" && fetchSite !== "none") return true;
  if (origin === undefined) return false;
  return !/^https?:\/\//.test(origin) || !URL.canParse(origin) || new URL(origin).host !== bare(host ?? "");
}

/** A host as `URL` writes it: in lower case, without the port that is usual for http or https. */
const bare = (host: string): string => host.toLowerCase().replace(/:(80|443)$/, "");
