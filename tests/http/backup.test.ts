import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import Database from "better-sqlite3";
import { afterAll, afterEach, beforeEach, expect, it } from "vitest";
import { TestClient } from "@/tests/support/client";
import { HeldSite } from "@/tests/support/held-site";
import { jpegHouse } from "@/tests/support/pictures";
import { TestServer } from "@/tests/support/server";
import { readZip } from "@/tests/support/zip";

const run = promisify(execFile);
const site = await HeldSite.of(await jpegHouse(1200));
const settings = { TRACEPRESS_SLOTS: "2", ...site.settings };
const server = new TestServer(settings);
const second = new TestServer(settings);
const folder = mkdtempSync(join(tmpdir(), "tracepress-backup-"));

beforeEach(() => server.start());
afterEach(async () => {
  await Promise.all([server.stop(), second.stop()]);
  rmSync(folder, { recursive: true, force: true });
});
afterAll(() => site.close());

/** `npm run` of a command, on the data of a server, without npm around it. */
const command = (name: "backup" | "restore", data: string, ...args: string[]) =>
  run(process.execPath, ["--import", "tsx", `lib/commands/${name}.ts`, folder, ...args], {
    env: { ...process.env, TRACEPRESS_DATA: data },
  });

const pictures = async (count: number, width: number): Promise<[string, Buffer][]> => {
  const picture = await jpegHouse(width);
  return Array.from({ length: count }, (_, index) => [`p${index + 1}.jpg`, picture]);
};

interface Output {
  name: string;
  sha256: string;
}

/** How many files a ZIP has; each must be what the manifest says. */
async function checkedZip(bytes: Buffer): Promise<number> {
  const files = await readZip(bytes);
  const manifest = JSON.parse(files.get("manifest.json")?.toString() ?? "");
  const listed: Output[] = [
    ...manifest.files,
    ...manifest.items.flatMap((item: { outputs: Output[] }) => item.outputs),
  ];
  for (const { name, sha256 } of listed) {
    const found = createHash("sha256").update(files.get(name) ?? "");
    expect(found.digest("hex"), name).toBe(sha256);
  }
  expect(files.size).toBe(listed.length + 1);
  return listed.length;
}

it("a house that is backed up while it works and brought back elsewhere serves its batches and goes on with them", async () => {
  const api = new TestClient(server);
  const done = await api.submitPictures(await pictures(2, 480), { quality: "draft", include_pdf: true });
  const before = await api.finished(done.batch_id);
  const open = await api.generate({ items: site.items(12), options: { quality: "draft" } });
  site.letGo(10);
  expect((await command("backup", server.data)).stdout).toMatch(/^Backed up 2 batches/);
  const during = await api.status(open.batch_id);
  expect(during.pending + during.running, "the server still works while it is backed up").toBeGreaterThan(0);
  const zip = await api.download(done.batch_id);
  site.letGo();

  expect((await command("restore", second.data)).stdout).toMatch(/^Restored 2 batches/);
  const copied = new Database(join(second.data, "tracepress.db"));
  expect(copied.pragma("integrity_check", { simple: true })).toBe("ok");
  copied.close();
  await second.start();
  const restored = new TestClient(second);
  const after = await restored.status(done.batch_id);
  expect(after).toEqual({ ...before, expires_at: after.expires_at });
  expect((await restored.download(done.batch_id)).equals(zip)).toBe(true);
  expect(await checkedZip(zip)).toBe(5);
  for (const client of [api, restored]) {
    expect(await client.finished(open.batch_id)).toMatchObject({ status: "completed", processed: 12 });
    expect(await checkedZip(await client.download(open.batch_id))).toBe(24);
  }
});

it("a restore over a server that works is refused, told to overwrite or not", async () => {
  await command("backup", server.data);
  for (const args of [[], ["--overwrite"]]) {
    const refused = await command("restore", server.data, ...args).catch(
      (error: { code: number; stderr: string }) => error,
    );
    expect(refused).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(args.length ? /Stop it first/ : /--overwrite/),
    });
  }
  expect((await server.fetch("/api/v1/batch")).status).toBe(200);
});
