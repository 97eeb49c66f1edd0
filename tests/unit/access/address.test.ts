import { expect, it } from "vitest";
import { clientAddress } from "@/lib/access/address";

const connection = { peer: "127.0.0.1", host: "127.0.0.1:3000", forwardedFor: undefined };

it("is the socket's, whatever a client writes of itself", () => {
  expect(clientAddress({ ...connection, peer: "::ffff:203.0.113.9", forwardedFor: "127.0.0.1" }, 0)).toBe(
    "203.0.113.9",
  );
});

it("is this machine's for what comes from here, and not for what a proxy here hands on", () => {
  expect(clientAddress(connection, 0)).toBe("127.0.0.1");
  expect(clientAddress({ ...connection, forwardedFor: "203.0.113.9" }, 0)).toBe("proxied");
  expect(clientAddress({ ...connection, host: "studio.example.org" }, 0)).toBe("proxied");
});

it("is what the outermost proxy that is believed has seen, and nothing to its left", () => {
  const forwardedFor = "1.1.1.1, 203.0.113.9, 10.0.0.1";
  expect(clientAddress({ ...connection, forwardedFor }, 1)).toBe("10.0.0.1");
  expect(clientAddress({ ...connection, forwardedFor }, 2)).toBe("203.0.113.9");
});

it("is nobody's on this machine for who came past the outer proxy, or by one that does not say whom it heard from", () => {
  expect(clientAddress({ ...connection, forwardedFor: "203.0.113.9" }, 2)).toBe("proxied");
  expect(clientAddress({ ...connection, host: "studio.example.org" }, 1)).toBe("proxied");
  expect(clientAddress(connection, 1)).toBe("127.0.0.1");
});
