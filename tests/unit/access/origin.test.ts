import { expect, test } from "vitest";
import { originFor, originOf } from "@/lib/access/origin";

const here = { host: "127.0.0.1", port: 3000, publicUrl: null };
const open = { ...here, host: "0.0.0.0", publicUrl: new URL("https://studio.example.org") };

test.each([
  ["127.0.0.1", "http://127.0.0.1:3000"],
  ["localhost", "http://localhost:3000"],
  ["::1", "http://[::1]:3000"],
])("a server that listens on %s is at %s", (host, origin) => {
  expect(originOf({ ...here, host })).toBe(origin);
});

test.each([
  ["the name it was sent to", here, { host: "localhost:3000" }, "http://localhost:3000"],
  ["where it listens, without one", here, {}, "http://127.0.0.1:3000"],
  ["https before a proxy that says so", here, { host: "a.test", "x-forwarded-proto": "https" }, "https://a.test"],
  ["the address that is set", open, { host: "studio.example.org" }, "https://studio.example.org"],
])("a request is told %s", (_, place, headers, origin) => {
  expect(originFor(new Headers(headers as Record<string, string>), place)).toBe(origin);
});
