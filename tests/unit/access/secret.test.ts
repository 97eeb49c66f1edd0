import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { cookieSecret } from "@/lib/access/secret";
import { TestRooms } from "@/tests/support/rooms";

test("the secret of cookies is made once, for this user alone", () => {
  const { folder } = new TestRooms();
  const secret = cookieSecret(folder);
  expect(secret).toMatch(/^[\w-]{43}$/);
  expect(cookieSecret(folder)).toBe(secret);
  expect(statSync(join(folder, "secret")).mode & 0o777).toBe(0o600);
});

test.each(["", "half"])("a secret of which a full disk kept only “%s” is made anew", (left) => {
  const { folder } = new TestRooms();
  writeFileSync(join(folder, "secret"), left);
  const secret = cookieSecret(folder);
  expect(secret).toMatch(/^[\w-]{43}$/);
  expect(readFileSync(join(folder, "secret"), "utf8")).toBe(secret);
  expect(readdirSync(folder).filter((name) => name.startsWith("secret"))).toEqual(["secret"]);
  expect(statSync(join(folder, "secret")).mode & 0o777).toBe(0o600);
});
