import { BlockList, isIP } from "node:net";

/**
 * Addresses no stranger may have us reach: what IANA's special-purpose registries (RFC 6890 and its updates) keep from
 * the public internet. Cloud metadata (169.254.169.254, fd00:ec2::254, 100.100.100.200) lies within them.
 */
const closed4: readonly [network: string, bits: number][] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.31.196.0", 24],
  ["192.52.193.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["192.175.48.0", 24],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
];

/** Public IPv6 is 2000::/3 alone, without what carries other addresses or documents them. */
const open6: readonly [network: string, bits: number] = ["2000::", 3];
const closed6: readonly [network: string, bits: number][] = [
  // Teredo, ORCHID, benchmarks, and the rest of the protocol assignments.
  ["2001::", 23],
  ["2001:db8::", 32],
  // 6to4 holds an IPv4 address.
  ["2002::", 16],
  ["2620:4f:8000::", 48],
  ["3fff::", 20],
];

const closed = new BlockList();
for (const [network, bits] of closed4) closed.addSubnet(network, bits, "ipv4");
for (const [network, bits] of closed6) closed.addSubnet(network, bits, "ipv6");
const open = new BlockList();
open.addSubnet(...open6, "ipv6");

/** Whether an IP address is one of the public internet; false for what is no address. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !closed.check(address, "ipv4");
    case 6:
      return open.check(address, "ipv6") && !closed.check(address, "ipv6");
    default:
      return false;
  }
}

/**
 * Whether the operator lists the host of a URL.
 * @param hosts of `host` or `host:port`; without a port any is meant. IPv6 stands in brackets.
 */
export function isListedHost(url: URL, hosts: readonly string[]): boolean {
  const port = url.port || (url.protocol === "https:" ? "443" : "80");
  return hosts.some((host) => {
    const listed = host.toLowerCase();
    return listed === url.hostname || listed === `${url.hostname}:${port}`;
  });
}
