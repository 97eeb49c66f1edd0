import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it } from "vitest";
import type { Route } from "../../support/drive-server";
import { Desk } from "./desk";
import { file, noise } from "./freight";

const large = noise(20 * 1024 * 1024);

it.each<[string, Route, number, Buffer]>([
  ["when it has made the first folder", "create", 0, noise(100)],
  ["when it has made the last folder", "create", 2, noise(100)],
  ["when a small file has just arrived", "multipart", 0, noise(100)],
  ["in the middle of a large file", "piece", 1, large],
  ["when the last piece has just arrived", "piece", 2, large],
])("leaves one copy in Drive when the server is killed %s and delivers again", async (_when, route, after, content) => {
  const desk = await Desk.open();
  desk.server.next(route, {}, after);
  let courier: ChildProcess | undefined;
  desk.server.next(route, { loseAnswer: true, afterwards: () => courier?.kill("SIGKILL") });
  courier = send(desk, content);
  const [, signal] = await once(courier, "exit");
  expect(signal).toBe("SIGKILL");
  const { files } = await desk.deliver({ files: [file("deck.pptx", content)] });
  const deck = desk.server.store.named("deck.pptx");
  expect(files[0]).toMatchObject({ status: "completed", drive_file_id: deck.id });
  expect(deck.content.equals(content)).toBe(true);
  expect(desk.server.store.paths()).toEqual([
    "Tracepress",
    "Tracepress/2026-03-01",
    "Tracepress/2026-03-01/batch_one",
    "Tracepress/2026-03-01/batch_one/deck.pptx",
  ]);
});

/** Another process that delivers the same batch to the same Drive. */
function send(desk: Desk, content: Buffer): ChildProcess {
  const path = desk.server.write(content);
  const settings = {
    TRACEPRESS_DRIVE_CREDENTIALS: desk.server.credentials(),
    TRACEPRESS_DRIVE_ROOT: "the-root-folder",
    TRACEPRESS_DRIVE_URL: desk.server.origin,
  };
  const env = { ...process.env, ...settings };
  const command = ["--import", "tsx", "tests/unit/delivery/courier.ts", path];
  return spawn(process.execPath, command, { env, stdio: ["ignore", "ignore", "inherit"] });
}
