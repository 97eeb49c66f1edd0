import { expect, it } from "vitest";
import { keepSecret, withoutSecrets } from "@/lib/secrets";

it("masks a secret wherever it stands, also as JSON writes it", () => {
  keepSecret("-----BEGIN KEY-----\nabc\n-----END KEY-----");
  keepSecret("sk-canary-1234");
  const line = JSON.stringify({ msg: "refused sk-canary-1234", key: "-----BEGIN KEY-----\nabc\n-----END KEY-----" });
  expect(withoutSecrets(line)).toBe('{"msg":"refused [secret]","key":"[secret]"}');
});

it("takes no word that is too common for a secret", () => {
  keepSecret("");
  keepSecret("done");
  expect(withoutSecrets("all is done")).toBe("all is done");
});
