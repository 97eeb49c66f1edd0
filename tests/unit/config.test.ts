import { expect, it } from "vitest";
import { readConfig } from "@/lib/config";

it("has a default for everything", () => {
  expect(readConfig({})).toMatchObject({ port: 3000, host: "127.0.0.1", maxItems: 1000, maxFileBytes: 50_000_000 });
});

it("takes an empty value for none", () => {
  expect(readConfig({ PORT: "" }).port).toBe(3000);
});

it("names every setting that is wrong", () => {
  const environment = { PORT: "many", TRACEPRESS_SLOTS: "0", TRACEPRESS_MODEL: "crayon" };
  expect(() => readConfig(environment)).toThrow(/PORT:.*\n.*TRACEPRESS_SLOTS:.*\n.*TRACEPRESS_MODEL:/);
});

it("starts for other machines only with accounts and an address to reach it at", () => {
  const open = { TRACEPRESS_HOST: "0.0.0.0" };
  expect(() => readConfig(open)).toThrow(/TRACEPRESS_HOST: .*TRACEPRESS_AUTH=accounts.*\n.*TRACEPRESS_URL: /);
  const withAccounts = { ...open, TRACEPRESS_AUTH: "accounts", TRACEPRESS_URL: "https://studio.example.org" };
  expect(readConfig(withAccounts)).toMatchObject({ host: "0.0.0.0", auth: "accounts" });
});

it.each(["127.0.0.1", "localhost", "::1", "127.3.2.1"])("listens on %s without accounts", (TRACEPRESS_HOST) => {
  expect(readConfig({ TRACEPRESS_HOST }).auth).toBe("local");
});

it.each(["OTEL_EXPORTER_OTLP_HEADERS", "OTEL_EXPORTER_OTLP_TRACES_HEADERS", "OTEL_RESOURCE_ATTRIBUTES"])(
  "names %s where its percent signs encode nothing",
  (name) => {
    expect(() => readConfig({ [name]: "share=100%" })).toThrow(`${name}: Write name=value`);
    expect(readConfig({ [name]: "share=100%25,of=all" }).telemetry).toMatchObject({ [name]: "share=100%25,of=all" });
  },
);
