import { describe, expect, it } from "vitest";
import { isListedHost, isPublicAddress } from "@/lib/files/addresses";

describe("an address that anyone may have us reach", () => {
  it.each(["8.8.8.8", "1.1.1.1", "172.15.0.1", "100.63.255.255", "223.255.255.1", "2606:4700:4700::1111"])(
    "is one of the public internet: %s",
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  it.each([
    ["loopback", "127.0.0.1"],
    ["loopback", "127.255.0.9"],
    ["loopback", "::1"],
    ["this host", "0.0.0.0"],
    ["this host", "::"],
    ["private", "10.1.2.3"],
    ["private", "172.16.0.1"],
    ["private", "172.31.255.255"],
    ["private", "192.168.1.1"],
    ["link-local", "169.254.10.10"],
    ["link-local", "fe80::1"],
    ["cloud metadata", "169.254.169.254"],
    ["cloud metadata", "fd00:ec2::254"],
    ["cloud metadata", "100.100.100.200"],
    ["unique-local", "fc00::1"],
    ["shared by a carrier", "100.64.0.1"],
    ["multicast", "224.0.0.1"],
    ["multicast", "ff02::1"],
    ["broadcast", "255.255.255.255"],
    ["IPv4-mapped loopback", "::ffff:127.0.0.1"],
    ["IPv4-mapped loopback in hexadecimal", "::ffff:7f00:1"],
    ["IPv4-mapped public", "::ffff:8.8.8.8"],
    ["IPv4-compatible", "::7f00:1"],
    ["NAT64", "64:ff9b::7f00:1"],
    ["local NAT64", "64:ff9b:1::a00:1"],
    ["6to4", "2002:7f00:1::"],
    ["Teredo", "2001:0:7f00:1::"],
    ["documentation", "2001:db8::1"],
    ["no address", "localhost"],
    ["no address", ""],
  ])("is not one that is %s: %s", (_, address) => expect(isPublicAddress(address)).toBe(false));
});

describe("a host the operator lists", () => {
  const listed = (url: string, ...hosts: string[]) => isListedHost(new URL(url), hosts);

  it("is known by its name, at any port where none is listed", () => {
    expect(listed("http://intranet:8080/a.svg", "Intranet")).toBe(true);
    expect(listed("http://intranet:8080/a.svg", "intranet:8080")).toBe(true);
    expect(listed("https://intranet/a.svg", "intranet:443")).toBe(true);
  });

  it("is no other port, and no name that only ends or begins the same", () => {
    expect(listed("http://intranet:8081/a.svg", "intranet:8080")).toBe(false);
    expect(listed("http://intranet.evil.example/", "intranet")).toBe(false);
    expect(listed("http://my-intranet/", "intranet")).toBe(false);
  });
});
