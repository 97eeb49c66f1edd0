import { createHash } from "node:crypto";
import { appendFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemOf, TestClient } from "@/tests/support/client";
import { firstToken, invited, newcomer, type Person } from "@/tests/support/people";
import { jpegHouse } from "@/tests/support/pictures";
import { idOf, ResumableClient } from "@/tests/support/resumable";
import { TestServer } from "@/tests/support/server";

const server = new TestServer({ TRACEPRESS_MAX_FILE_MB: "2" });
const client = new ResumableClient(server);
let photo: Buffer;
let half: number;

beforeAll(async () => {
  await server.start();
  photo = await jpegHouse(2400);
  half = Math.floor(photo.length / 2);
});
afterAll(() => server.stop());

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const partial = () => join(server.data, "partial");
/** Bytes that the server has written of an upload. */
const written = (address: string) => statSync(join(partial(), idOf(address))).size;

/** An upload whose line hangs after half of the file. */
async function halfSent() {
  const address = await client.begin("house.jpg", photo.length);
  const call = client.hang(address, 0, photo.length, photo.subarray(0, half));
  await expect.poll(() => written(address)).toBe(half);
  return { address, call };
}

describe("an upload goes on from its byte", () => {
  it("in parts, and is then what one request would have made of it", async () => {
    const address = await client.begin("Große Katze.jpg", photo.length);
    for (let offset = 0; offset < photo.length; offset += 30_000) {
      const answer = await client.send(address, offset, photo.subarray(offset, offset + 30_000));
      expect(answer.status).toBe(204);
      expect(answer.headers.get("upload-offset")).toBe(String(Math.min(offset + 30_000, photo.length)));
    }
    const { file_id, ...whole } = await client.whole(address);
    const { file_id: _other, ...once } = await new TestClient(server).upload("Große Katze.jpg", photo);
    expect(whole).toEqual(once);
    expect(file_id).toBe(idOf(address));
    const api = new TestClient(server);
    const { batch_id } = await api.generate({ items: [{ file: file_id, prompt: "" }] });
    // To its end: what is drawn on would be among the files that a later test counts.
    expect(await api.finished(batch_id)).toMatchObject({ status: "completed", processed: 1 });
  });

  it("after its connection was cut", async () => {
    const { address, call } = await halfSent();
    call.destroy();
    expect(await client.offset(address)).toBe(half);
    expect((await client.send(address, half, photo.subarray(half))).status).toBe(204);
    expect(await client.whole(address)).toMatchObject({ name: "house.jpg", sha256: sha256(photo) });
  });

  it("while the server still waits on the line that hangs", async () => {
    const { address, call } = await halfSent();
    expect(await client.offset(address)).toBe(half);
    expect((await client.send(address, half, photo.subarray(half))).status).toBe(204);
    call.end(photo.subarray(half));
    expect(await client.whole(address)).toMatchObject({ size: photo.length, sha256: sha256(photo) });
  });

  it("after the server was killed", async () => {
    const { address } = await halfSent();
    await server.kill("SIGKILL");
    await server.start();
    expect(await client.offset(address)).toBe(half);
    expect((await client.send(address, half, photo.subarray(half))).status).toBe(204);
    expect(await client.whole(address)).toMatchObject({ sha256: sha256(photo) });
  });

  it("and is made whole when it is asked for, where the server was killed after the last byte", async () => {
    const { address } = await halfSent();
    await server.kill("SIGKILL");
    appendFileSync(join(partial(), idOf(address)), photo.subarray(half));
    await server.start();
    expect(await client.offset(address)).toBe(photo.length);
    expect(await client.whole(address)).toMatchObject({ sha256: sha256(photo) });
    expect(await client.whole(address)).toMatchObject({ file_id: idOf(address) });
  });

  it("and holds each byte once when two send it at the same time", async () => {
    const address = await client.begin("house.jpg", photo.length);
    const answers = await Promise.all([client.send(address, 0, photo), client.send(address, 0, photo)]);
    const statuses = answers.map(({ status }) => status);
    expect(statuses.every((status) => [204, 409, 423].includes(status))).toBe(true);
    const offset = await client.offset(address);
    if (offset < photo.length) await client.send(address, offset, photo.subarray(offset));
    expect(await client.whole(address)).toMatchObject({ sha256: sha256(photo) });
  });
});

describe("a part is refused", () => {
  it("that begins at another byte", async () => {
    const address = await client.begin("house.jpg", photo.length);
    const problem = await problemOf(await client.send(address, 7, photo));
    expect(problem).toMatchObject({ status: 409, code: "upload_offset", detail: expect.stringContaining("byte 0") });
    expect(await client.offset(address)).toBe(0);
  });

  it("that has more than was announced, and nothing past that is kept", async () => {
    const address = await client.begin("house.jpg", half);
    expect(await problemOf(await client.send(address, 0, photo))).toMatchObject({ status: 413, code: "too_large" });
    expect(await client.offset(address)).toBeLessThanOrEqual(half);
  });

  it("that is sent as something else, or by another version of the protocol", async () => {
    const address = await client.begin("house.jpg", photo.length);
    const asOther = await client.ask("PATCH", address, { "content-type": "image/jpeg", "upload-offset": "0" }, photo);
    expect(await problemOf(asOther)).toMatchObject({ status: 415 });
    const older = await client.ask("HEAD", address, { "tus-resumable": "0.2.2" });
    expect(older.status).toBe(412);
    expect(older.headers.get("tus-version")).toBe("1.0.0");
  });
});

describe("what is no picture", () => {
  it("is refused with its last byte, and nothing of it is left", async () => {
    const before = readdirSync(join(server.data, "blobs"), { recursive: true }).length;
    const words = Buffer.from("these are only words");
    const address = await client.begin("notes.png", words.length);
    await client.send(address, 0, words.subarray(0, 9));
    const problem = await problemOf(await client.send(address, 9, words.subarray(9)));
    expect(problem).toMatchObject({ status: 415, code: "unsupported_media" });
    expect(problem.detail).toContain("notes.png");
    expect((await client.ask("HEAD", address)).status).toBe(404);
    expect(readdirSync(partial())).not.toContain(idOf(address));
    expect(readdirSync(join(server.data, "blobs"), { recursive: true }).length).toBe(before);
  });

  it("and what is larger than allowed, or empty, is refused before any of it is sent", async () => {
    const large = await problemOf(await client.create("huge.jpg", 2_000_001));
    expect(large).toMatchObject({ status: 413, code: "too_large", detail: expect.stringContaining("huge.jpg") });
    expect(await problemOf(await client.create("empty.jpg", 0))).toMatchObject({ status: 422 });
    expect(await problemOf(await client.ask("POST", "/api/v1/uploads/resumable"))).toMatchObject({ status: 422 });
  });
});

it("an upload that is given up leaves nothing, and one that is whole stays", async () => {
  const { address } = await halfSent();
  expect(await problemOf(await client.ask("GET", address))).toMatchObject({ status: 400, code: "not_ready" });
  expect((await client.ask("DELETE", address)).status).toBe(204);
  expect(readdirSync(partial())).not.toContain(idOf(address));
  expect((await client.ask("DELETE", address)).status).toBe(404);
  const whole = await client.begin("house.jpg", photo.length);
  await client.send(whole, 0, photo);
  expect(await problemOf(await client.ask("DELETE", whole))).toMatchObject({ status: 409, code: "conflict" });
  expect(await client.offset(whole)).toBe(photo.length);
});

it("tells what it can do", async () => {
  const { status, headers } = await client.ask("OPTIONS", "/api/v1/uploads/resumable");
  expect(status).toBe(204);
  expect(headers.get("tus-extension")).toBe("creation,expiration,termination");
  expect(headers.get("tus-max-size")).toBe("2000000");
});

it("a line that breaks is no fault of the server, and none is logged", () => {
  expect(server.output).not.toContain("request failed");
});

it("a disk below its floor begins no upload", async () => {
  const full = new TestServer({ TRACEPRESS_MIN_FREE_MB: "1000000000" });
  await full.start();
  try {
    const problem = await problemOf(await new ResumableClient(full).create("house.jpg", 1_000));
    expect(problem).toMatchObject({ status: 507, code: "storage_full" });
  } finally {
    await full.stop();
  }
});

describe("on a server with accounts", () => {
  const shared = new TestServer({ TRACEPRESS_AUTH: "accounts", TRACEPRESS_UPLOADS_PER_MINUTE: "3" });
  let owner: Person;
  let ann: ResumableClient;
  let address: string;
  beforeAll(async () => {
    await shared.start();
    owner = await newcomer(shared, firstToken(shared), "owner");
    ann = new ResumableClient(shared, (await invited(owner, "ann")).headers);
    address = await ann.begin("secret.jpg", photo.length);
    await ann.send(address, 0, photo.subarray(0, half));
  });
  afterAll(() => shared.stop());

  it("another's upload is not there, not even for the owner", async () => {
    const theirs = new ResumableClient(shared, owner.headers);
    const partType = { "content-type": "application/offset+octet-stream", "upload-offset": String(half) };
    for (const [method, headers] of [["HEAD"], ["GET"], ["DELETE"], ["PATCH", partType]] as const) {
      const body = method === "PATCH" ? photo.subarray(half) : undefined;
      expect((await theirs.ask(method, address, headers, body)).status, method).toBe(404);
    }
    expect((await new ResumableClient(shared).ask("HEAD", address)).status).toBe(401);
    expect(await ann.offset(address)).toBe(half);
  });

  it("a file counts once among the uploads of a minute, in however many parts it comes", async () => {
    for (let offset = half; offset < photo.length; offset += 20_000) {
      expect((await ann.send(address, offset, photo.subarray(offset, offset + 20_000))).status).toBe(204);
    }
    expect((await ann.create("b.jpg", 9)).status).toBe(201);
    expect((await ann.create("c.jpg", 9)).status).toBe(201);
    expect((await ann.create("d.jpg", 9)).status).toBe(429);
  });
});
