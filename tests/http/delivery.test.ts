import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DeckRequestInput } from "@/lib/contracts/deck";
import { traceSchema } from "@/lib/contracts/trace";
import { problemOf, TestClient } from "../support/client";
import { DriveServer } from "../support/drive-server";
import { TestServer } from "../support/server";

const svg = (id: string) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><rect id="${id}" width="9" height="9"/></svg>`)}`;
const items = [{ file: svg("one") }, { file: svg("two") }];

let drive: DriveServer;
let server: TestServer;
let api: TestClient;

beforeAll(async () => {
  drive = await new DriveServer().start();
  server = await new TestServer(settings()).start();
  api = new TestClient(server);
});

afterAll(async () => {
  await server.stop();
  drive.stop();
});

function settings(): Record<string, string> {
  return {
    TRACEPRESS_DRIVE_CREDENTIALS: drive.credentials(),
    TRACEPRESS_DRIVE_ROOT: "the-root-folder",
    TRACEPRESS_DRIVE_URL: drive.origin,
    LOG_LEVEL: "silent",
  };
}

async function delivered(request: Partial<DeckRequestInput> = {}) {
  const { batch_id } = await api.deck({ items, drive_integration_enabled: true, ...request });
  return api.finished(batch_id);
}

/** Which attempts at a step of the whole batch came to an end: a killed one leaves nothing but the next one's number. */
async function attemptsAt(step: "closing" | "delivery", id: string) {
  const { spans } = await traceOf(id);
  return spans.filter(({ name }) => name === step).map(({ attributes }) => attributes.attempt);
}

/** Kills the server when the deck of a batch begins to be packed. @returns whether it was still packing then. */
async function killedAtPacking(id: string): Promise<boolean> {
  const db = new Database(join(server.data, "tracepress.db"), { readonly: true });
  const closing = db.prepare("SELECT closing FROM batch_jobs WHERE id = ?").pluck();
  // Nothing that goes over the wire says so to the moment.
  while (["waiting", "ready"].includes(closing.get(id) as string)) await setImmediate();
  await server.kill("SIGKILL");
  const packed = closing.get(id) === "running";
  db.close();
  return packed;
}

/** A deck that was being packed when its server was killed, which runs again. */
async function killedWhilePacking(): Promise<{ batch_id: string; folder: string }> {
  for (;;) {
    const folder = `Packed/${Date.now()}`;
    // So many slides that their packing lasts for a moment; where it is missed all the same, another deck is packed.
    const slides = Array.from({ length: 100 }, () => items[0]);
    const request = { items: slides, drive_integration_enabled: true, generate_previews: false };
    const { batch_id } = await api.deck({ ...request, drive_folder_pattern: folder });
    const struck = await killedAtPacking(batch_id);
    await server.start();
    api = new TestClient(server);
    if (struck) return { batch_id, folder };
  }
}

const traceOf = async (id: string) => traceSchema.parse(await (await server.fetch(`/api/v1/jobs/${id}/trace`)).json());

describe("a deck for Google Drive", () => {
  it("is made, packed and sent, with its previews, and the trace says so", async () => {
    const status = await delivered({ drive_folder_pattern: "Decks/{title}", options: { title: "Spring" } });
    expect(status).toMatchObject({
      status: "completed",
      drive_integration_enabled: true,
      drive_upload_status: "completed",
      drive_folder_url: expect.stringMatching(/^http/),
    });
    expect(
      drive.store
        .paths()
        .filter((path) => path.startsWith("Decks/Spring/"))
        .sort(),
    ).toEqual(["Decks/Spring/001-slide-1.png", "Decks/Spring/002-slide-2.png", "Decks/Spring/deck.pptx"]);
    const local = await api.artifact(status.batch_id, "deck.pptx");
    expect(drive.store.named("deck.pptx").content.equals(local)).toBe(true);
    const trace = await traceOf(status.batch_id);
    expect(trace.trace_data.upload_trace).toMatchObject({ status: "completed", error: null });
    expect(trace.trace_data.upload_trace?.files.map(({ name, attempts }) => [name, attempts])).toContainEqual([
      "deck.pptx",
      1,
    ]);
    expect(trace.spans.filter(({ name }) => name === "upload")).toHaveLength(3);
    expect(trace.spans.filter(({ name }) => name === "delivery")).toHaveLength(1);
  });

  it("walks through uploading, and stays downloadable when Drive refuses it; sent again, nothing is made anew", async () => {
    drive.next("list", { answer: 401, reason: "authError" }, 50);
    const { batch_id } = await api.deck({ items, drive_integration_enabled: true, generate_previews: false });
    const statuses = new Set<string>();
    await api.follow(batch_id, (event) => statuses.add(event.status));
    expect([...statuses]).toEqual(expect.arrayContaining(["processing", "uploading", "completed_upload_failed"]));
    const failed = await api.status(batch_id);
    expect(failed).toMatchObject({ status: "completed_upload_failed", drive_upload_status: "failed", processed: 2 });
    expect(failed.message).toMatch(/Drive/);
    const before = await api.artifact(batch_id, "deck.pptx");
    drive.forgive("list");
    const again = await api.post(`/api/v1/batch/${batch_id}/upload-to-drive`, {});
    expect([again.status, (await again.json()).status]).toEqual([202, "uploading"]);
    const status = await api.finished(batch_id);
    expect(status).toMatchObject({ status: "completed", drive_upload_status: "completed" });
    expect(status.items?.map(({ attempts }) => attempts)).toEqual([1, 1]);
    expect((await api.artifact(batch_id, "deck.pptx")).equals(before)).toBe(true);
  });

  it("goes on after the server was killed in the upload, without a second copy", async () => {
    const folder = `Killed/${Date.now()}`;
    drive.next("multipart", { afterwards: () => void server.kill("SIGKILL") });
    const { batch_id } = await api.deck({ items, drive_integration_enabled: true, drive_folder_pattern: folder });
    await expect.poll(() => server.running).toBe(false);
    await server.start();
    api = new TestClient(server);
    const status = await api.finished(batch_id);
    expect(status).toMatchObject({ status: "completed", drive_upload_status: "completed" });
    const there = drive.store.paths().filter((path) => path.startsWith(`${folder}/`));
    expect(there.sort()).toEqual([`${folder}/001-slide-1.png`, `${folder}/002-slide-2.png`, `${folder}/deck.pptx`]);
    expect([await attemptsAt("closing", batch_id), await attemptsAt("delivery", batch_id)]).toEqual([[1], [2]]);
  });

  it("goes on after the server was killed while it packed the deck, without a second copy", async () => {
    const { batch_id, folder } = await killedWhilePacking();
    const status = await api.finished(batch_id);
    expect(status).toMatchObject({ status: "completed", artifacts: [{ name: "deck.pptx" }] });
    expect(drive.store.paths().filter((path) => path.startsWith(`${folder}/`))).toEqual([`${folder}/deck.pptx`]);
    expect([await attemptsAt("closing", batch_id), await attemptsAt("delivery", batch_id)]).toEqual([[2], [1]]);
  });

  it("cannot be sent before it is done, nor with folders that cannot be", async () => {
    const status = await delivered();
    expect(status.status).toBe("completed");
    const wrong = await problemOf(
      await api.post(`/api/v1/batch/${status.batch_id}/upload-to-drive`, { drive_folder_pattern: "{year}/" }),
    );
    expect(wrong).toMatchObject({ status: 422, code: "invalid_request" });
    const none = await problemOf(await api.post("/api/v1/batch/batch_none/upload-to-drive", {}));
    expect(none.status).toBe(404);
  });
});

describe("without credentials", () => {
  let bare: TestServer;
  beforeAll(async () => {
    bare = await new TestServer().start();
  });
  afterAll(() => bare.stop());

  it("a deck for Drive is a 422 that names the settings", async () => {
    const client = new TestClient(bare);
    const problem = await problemOf(
      await client.post("/api/v1/batch/jobs", { items, drive_integration_enabled: true }),
    );
    expect(problem).toMatchObject({ status: 422, code: "drive_unavailable" });
    expect(problem.detail).toContain("TRACEPRESS_DRIVE_CREDENTIALS");
    const { batch_id } = await client.deck({ items, generate_previews: false });
    await client.finished(batch_id);
    const later = await problemOf(await client.post(`/api/v1/batch/${batch_id}/upload-to-drive`, {}));
    expect(later).toMatchObject({ status: 422, code: "drive_unavailable" });
    expect(await client.status(batch_id)).toMatchObject({ status: "completed", drive_upload_status: null });
  });
});
