import { afterAll, beforeAll, expect, it } from "vitest";
import { problemSchema } from "@/lib/contracts/problem";
import { TestServer } from "../support/server";

let server: TestServer;
beforeAll(async () => {
  server = await new TestServer({ TRACEPRESS_AUTH: "accounts" }).start();
});
afterAll(() => server.stop());

it("A password that is not right is answered as such, also where a page was opened first", async () => {
  await (await server.fetch("/sign-in")).text();
  const answer = await server.fetch("/api/v1/session", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email: "nobody@example.org", password: "not the password" }),
  });
  expect(answer.status).toBe(401);
  expect(problemSchema.parse(await answer.json()).code).toBe("unauthenticated");
});
