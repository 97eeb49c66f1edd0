import { expect, it } from "vitest";
import { readConfig } from "@/lib/config";
import { openDrive } from "@/lib/delivery/drive";
import { account } from "../../support/drive-tokens";
import { Desk } from "./desk";

const unavailable = (sentence: string) => ({
  code: "drive_unavailable",
  retryable: false,
  message: expect.stringContaining(sentence),
});

it("names the settings when Drive is not configured", async () => {
  const { drive } = readConfig({});
  await expect(openDrive(drive)).rejects.toMatchObject(unavailable("TRACEPRESS_DRIVE_CREDENTIALS"));
  await expect(openDrive(drive)).rejects.toMatchObject(unavailable("TRACEPRESS_DRIVE_ROOT"));
});

it("asks Google itself when no other address is set", () => {
  expect(readConfig({}).drive.url).toBe("https://www.googleapis.com");
});

it("does not take an address that is none", () => {
  expect(() => readConfig({ TRACEPRESS_DRIVE_URL: "drive" })).toThrow("TRACEPRESS_DRIVE_URL");
});

it("says that the credentials file is not there", async () => {
  const desk = await Desk.open();
  const drive = desk.drive({ TRACEPRESS_DRIVE_CREDENTIALS: "/nowhere/credentials.json" });
  await expect(drive).rejects.toMatchObject(unavailable("ENOENT"));
});

it("says which field of the credentials file is wrong, and never what stands in it", async () => {
  const desk = await Desk.open();
  const spoiled = desk.server.credentials("service_account", { private_key: "not-a-key-but-secret" });
  const error = await desk.drive({ TRACEPRESS_DRIVE_CREDENTIALS: spoiled }).catch((thrown) => thrown);
  expect(error).toMatchObject(unavailable("private_key: is not a private key"));
  expect(error.message).not.toContain("but-secret");
});

it.each([
  ["is not JSON", `{ "refresh_token": "${account.refresh_token}"`, "is not JSON"],
  ["is of another kind", JSON.stringify({ type: "external_account" }), "neither a service account nor"],
  ["is a list", "[]", "neither a service account nor"],
])("says so when the credentials file %s", async (_name, content, sentence) => {
  const desk = await Desk.open();
  const error = await desk
    .drive({ TRACEPRESS_DRIVE_CREDENTIALS: desk.server.write(content) })
    .catch((thrown) => thrown);
  expect(error).toMatchObject(unavailable(sentence));
  expect(error.message).not.toContain(account.refresh_token);
});
