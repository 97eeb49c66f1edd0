import { describe, expect, it } from "vitest";
import { type Arrival, refusal } from "@/lib/access/border";

const publicUrl = new URL("https://studio.example.org");
const arrival = (given: Partial<Arrival>): Arrival => ({
  method: "GET",
  host: "127.0.0.1:3000",
  origin: undefined,
  fetchSite: undefined,
  ...given,
});
const codeOf = (given: Partial<Arrival>, url: URL | null = null) => refusal(arrival(given), url)?.code ?? null;

describe("the name a request is sent to", () => {
  it.each(["localhost", "localhost:3000", "127.0.0.1:3000", "127.8.9.1", "[::1]:3000", "LOCALHOST:8080"])(
    "%s is this machine",
    (host) => expect(codeOf({ host })).toBeNull(),
  );

  it.each([
    "evil.example",
    "127.0.0.1.evil.example",
    "localhost.evil.example:3000",
    "10.0.0.7",
    "[::2]:3000",
    "",
    "a b",
  ])("%s is not, whatever its address", (host) => expect(codeOf({ host })).toBe("foreign_host"));

  it("may be missing in no request", () => {
    expect(codeOf({ host: undefined })).toBe("foreign_host");
  });

  it("may be the public one, with its port and no other", () => {
    expect(codeOf({ host: "studio.example.org" }, publicUrl)).toBeNull();
    expect(codeOf({ host: "studio.example.org:8443" }, publicUrl)).toBe("foreign_host");
    expect(codeOf({ host: "studio.example.org" })).toBe("foreign_host");
  });
});

describe("a request that changes something", () => {
  const changing = (given: Partial<Arrival>) => codeOf({ method: "POST", ...given });

  it("comes from a program, which names no origin", () => expect(changing({})).toBeNull());

  it("or from our own page", () => {
    expect(changing({ origin: "http://127.0.0.1:3000", fetchSite: "same-origin" })).toBeNull();
    expect(codeOf({ method: "POST", host: "studio.example.org", origin: publicUrl.origin }, publicUrl)).toBeNull();
  });

  it.each([
    "http://evil.example",
    "null",
    "http://127.0.0.1:5173",
    "http://localhost:3000",
    "file://",
    "https://127.0.0.1",
    "http://127.0.0.1:3000.evil.example",
  ])("never from %s", (origin) => expect(changing({ origin })).toBe("foreign_origin"));

  it.each(["cross-site", "same-site"])("never from a page that the browser calls %s", (fetchSite) =>
    expect(changing({ fetchSite })).toBe("foreign_origin"),
  );

  it.each(["PUT", "PATCH", "DELETE"])("is a %s as well", (method) =>
    expect(codeOf({ method, origin: "http://evil.example" })).toBe("foreign_origin"),
  );
});
