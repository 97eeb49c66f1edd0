import { hostName, isLoopback } from "./hosts";

export interface Connection {
  /** Of the other end of the socket. */
  peer: string;
  host: string;
  /** `X-Forwarded-For`, to which every proxy adds whom it heard from. */
  forwardedFor: string | undefined;
}

/**
 * The address a request came from.
 * @param proxies that stand before this server; what stands further left in `X-Forwarded-For` anyone may have written.
 * @returns an address, or `proxied` for one on this machine that only hands on what others ask, and not by way of all
 * those proxies.
 */
export function clientAddress({ peer, host, forwardedFor }: Connection, proxies: number): string {
  const socket = peer.replace(/^::ffff:/, "");
  const hops = (forwardedFor ?? "").split(",").map((hop) => hop.trim());
  const seen = proxies > 0 ? hops.at(-proxies) : undefined;
  if (seen) return seen;
  const direct = forwardedFor === undefined && isLoopback(hostName(host) ?? "");
  return isLoopback(socket) && !direct ? "proxied" : socket;
}
