import { isIPv4 } from "node:net";

/** Name of a `Host` header without its port, in lower case and IPv6 without brackets; null for what is no host. */
export function hostName(host: string): string | null {
  const match = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(:\d{1,5})?$/i.exec(host);
  return match ? match[1].toLowerCase().replace(/^\[|\]$/g, "") : null;
}

/** Whether a host name or address means this machine alone. */
export function isLoopback(name: string): boolean {
  return name === "localhost" || name === "::1" || (isIPv4(name) && name.startsWith("127."));
}
