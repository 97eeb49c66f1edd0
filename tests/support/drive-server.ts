import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DriveStore, described, Refusal, type StoredFile } from "./drive-store";
import { account, DriveTokens } from "./drive-tokens";

export type Route =
  | "token"
  | "list"
  | "ids"
  | "get"
  | "create"
  | "change"
  | "multipart"
  | "session"
  | "piece"
  | "standing";

/** What goes wrong with one request. */
export interface Trouble {
  /** Answers this status with Drive's word for it, and does nothing. */
  answer?: number;
  reason?: string;
  headers?: Record<string, string>;
  /** The connection breaks when this many bytes of the body have arrived. */
  breakAfter?: number;
  /** The work is done, and the connection breaks before the answer. */
  loseAnswer?: true;
  /** Never answers. */
  silent?: true;
  /** Answers once this has come. */
  held?: Promise<void>;
  /** Keeps other bytes than were sent. */
  spoil?: true;
  /** What happens once the work is done, before the answer. */
  afterwards?: () => void;
  /** Somebody else does this first. */
  meanwhile?: () => void;
}

interface Session {
  target: { id?: string; metadata: Partial<StoredFile> };
  size: number;
  kept: Buffer;
  fields: string;
}

const quarter = 256 * 1024;

/** A local server that speaks as much of the Drive v3 protocol as deliveries need, and can be made to fail. */
export class DriveServer {
  readonly store = new DriveStore("the-root-folder");
  readonly tokens = new DriveTokens();
  readonly requests: { route: Route; bytes: number; at: number; range?: string }[] = [];
  /** Files in one page of a list. */
  pageSize = 1000;
  origin = "";
  private readonly folder = mkdtempSync(join(tmpdir(), "tracepress-drive-"));
  private readonly troubles: { route: Route; trouble: Trouble }[] = [];
  private readonly sessions = new Map<string, Session>();
  private readonly server = createServer((request, response) => void this.handle(request, response));

  async start(): Promise<this> {
    this.server.listen(0, "127.0.0.1");
    await once(this.server, "listening");
    this.origin = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return this;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** The next `times` requests of a kind meet with trouble. */
  next(route: Route, trouble: Trouble, times = 1): void {
    for (let time = 0; time < times; time++) this.troubles.push({ route, trouble });
  }

  count(...routes: Route[]): number {
    return this.requests.filter(({ route }) => routes.includes(route)).length;
  }

  /** Drive forgets every upload that is under way. */
  forgetSessions(): void {
    this.sessions.clear();
  }

  /** A credentials file as Google would hand it out, with this server's token endpoint; `changes` spoil it. */
  credentials(type: "service_account" | "authorized_user" = "service_account", changes: object = {}): string {
    const { client_id, client_secret, refresh_token, email, key } = account;
    const token_uri = `${this.origin}/token`;
    const own =
      type === "service_account"
        ? { client_email: email, private_key: key, private_key_id: "1" }
        : { client_id, client_secret, refresh_token };
    return this.write(JSON.stringify({ type, token_uri, ...own, ...changes }));
  }

  /** The path of a file with this content, that goes when the server stops. */
  write(content: string | Buffer): string {
    const path = join(this.folder, randomUUID());
    writeFileSync(path, content);
    return path;
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "", this.origin);
    try {
      const route = routeOf(request, url);
      const trouble = this.takeTrouble(route);
      const body = await read(request, trouble.breakAfter ?? null);
      this.requests.push({ route, bytes: body.length, at: Date.now(), range: request.headers["content-range"] });
      if (trouble.silent) return;
      await trouble.held;
      trouble.meanwhile?.();
      if (trouble.answer) throw new Refusal(trouble.answer, trouble.reason ?? "backendError", trouble.headers);
      if (trouble.spoil) body.fill(0, body.length - 8192, body.length - 4096);
      if (route !== "token") this.tokens.check(request.headers.authorization);
      const broken = trouble.breakAfter !== undefined;
      const answer = broken && route !== "piece" ? null : this.answer(route, request, url, body);
      trouble.afterwards?.();
      if (answer === null || broken || trouble.loseAnswer) request.socket.destroy();
      else send(response, answer);
    } catch (error) {
      if (request.socket.destroyed) return;
      if (!(error instanceof Refusal)) throw error;
      const { status, reason, headers } = error;
      const ofTokens = { error: reason, error_description: "Bad Request" };
      const ofApi = { error: { code: status, message: `Said ${reason}.`, errors: [{ reason, domain: "global" }] } };
      send(response, { status, headers, json: url.pathname === "/token" ? ofTokens : ofApi });
    }
  }

  /** No more trouble with requests of a kind. */
  forgive(route: Route): void {
    for (let index = this.troubles.length - 1; index >= 0; index--) {
      if (this.troubles[index].route === route) this.troubles.splice(index, 1);
    }
  }

  private takeTrouble(route: Route): Trouble {
    const index = this.troubles.findIndex((one) => one.route === route);
    return index < 0 ? {} : this.troubles.splice(index, 1)[0].trouble;
  }

  private answer(route: Route, request: IncomingMessage, url: URL, body: Buffer): Answer {
    const id = url.pathname.match(/\/drive\/v3\/files\/([^/]+)$/)?.[1];
    const fields = url.searchParams.get("fields") ?? "id,name";
    const found = (file: StoredFile) => ({ status: 200, json: described(file, fields, this.store.sharedDrive) });
    // Without this Drive hides everything that stands in a shared drive.
    if (!["token", "ids", "piece", "standing"].includes(route) && url.searchParams.get("supportsAllDrives") !== "true")
      throw new Refusal(404, "notFound");
    switch (route) {
      case "token":
        return { status: 200, json: this.tokens.grant(new URLSearchParams(body.toString()), `${this.origin}/token`) };
      case "ids":
        return { status: 200, json: { ids: this.store.reserve(Number(url.searchParams.get("count"))) } };
      case "list":
        return this.list(url.searchParams, fields);
      case "get":
        return found(this.store.get(id as string));
      case "create":
        return found(this.store.create(JSON.parse(body.toString()), Buffer.alloc(0)));
      case "change":
        return found(this.store.change(id as string, JSON.parse(body.toString())));
      case "multipart": {
        const { metadata, content } = partsOf(request, body);
        return found(id ? this.store.change(id, metadata, content) : this.store.create(metadata, content));
      }
      case "session":
        return this.open(request, { id, metadata: JSON.parse(body.toString()) }, fields);
      case "piece":
      case "standing":
        return this.resume(url.pathname, request.headers["content-range"] ?? "", body);
    }
  }

  private list(parameters: URLSearchParams, fields: string): Answer {
    const found = this.store.search(parameters.get("q") ?? "");
    // A search that does not name the shared drive finds there only what the account made itself.
    const whole = this.store.sharedDrive === null || parameters.get("corpora") === "drive";
    const all = whole ? found : found.filter(({ id }) => this.store.reserved.has(id));
    const from = Number(parameters.get("pageToken") ?? 0);
    const until = from + Math.min(this.pageSize, Number(parameters.get("pageSize") ?? 100));
    const inner = fields.match(/files\((.*)\)/)?.[1] ?? "id,name";
    const files = all.slice(from, until).map((file) => described(file, inner, this.store.sharedDrive));
    return { status: 200, json: { files, nextPageToken: until < all.length ? String(until) : undefined } };
  }

  private open(request: IncomingMessage, target: Session["target"], fields: string): Answer {
    if (!target.id) this.store.admit(target.metadata);
    const size = Number(request.headers["x-upload-content-length"]);
    const path = `/upload/session/${this.requests.length}`;
    this.sessions.set(path, { target, size, kept: Buffer.alloc(0), fields });
    return { status: 200, headers: { location: this.origin + path } };
  }

  private resume(path: string, range: string, body: Buffer): Answer {
    const session = this.sessions.get(path);
    if (!session) throw new Refusal(404, "notFound");
    if (body.length > 0) keep(session, range, body);
    if (session.kept.length < session.size) {
      const headers = session.kept.length > 0 ? { range: `bytes=0-${session.kept.length - 1}` } : undefined;
      return { status: 308, headers };
    }
    return { status: 200, json: described(this.finish(session), session.fields, this.store.sharedDrive) };
  }

  private finish({ target, kept }: Session): StoredFile {
    if (target.id) return this.store.change(target.id, target.metadata, kept);
    const there = this.store.files.get(target.metadata.id ?? "");
    return there ?? this.store.create(target.metadata, kept);
  }
}

interface Answer {
  status: number;
  headers?: Record<string, string>;
  json?: object;
}

function routeOf(request: IncomingMessage, url: URL): Route {
  const { method } = request;
  if (url.pathname === "/token") return "token";
  if (url.pathname.startsWith("/upload/session/"))
    return request.headers["content-range"]?.startsWith("bytes */") ? "standing" : "piece";
  if (url.pathname.startsWith("/upload/"))
    return url.searchParams.get("uploadType") === "resumable" ? "session" : "multipart";
  if (url.pathname.endsWith("/generateIds")) return "ids";
  if (method === "POST") return "create";
  if (method === "PATCH") return "change";
  return url.pathname.endsWith("/files") ? "list" : "get";
}

/** Drive keeps whole quarters of a MiB, and the end. */
function keep(session: Session, range: string, body: Buffer): void {
  const [start, last, size] = (range.match(/^bytes (\d+)-(\d+)\/(\d+)$/) ?? []).slice(1).map(Number);
  const ends = last + 1 === session.size;
  const length = last + 1 - start;
  if (start !== session.kept.length || size !== session.size || (!ends && length % quarter !== 0))
    throw new Refusal(400, "invalid");
  const arrived = body.length === length && ends ? body.length : body.length - (body.length % quarter);
  session.kept = Buffer.concat([session.kept, body.subarray(0, arrived)]);
}

/** The two parts of multipart/related (RFC 2387): metadata, then content. */
function partsOf(request: IncomingMessage, body: Buffer): { metadata: Partial<StoredFile>; content: Buffer } {
  const boundary = `--${request.headers["content-type"]?.match(/boundary=(.*)$/)?.[1]}`;
  const first = body.indexOf("\r\n\r\n") + 4;
  const second = body.indexOf(`\r\n${boundary}`, first);
  const content = body.indexOf("\r\n\r\n", second) + 4;
  const end = body.lastIndexOf(`\r\n${boundary}--`);
  return { metadata: JSON.parse(body.subarray(first, second).toString()), content: body.subarray(content, end) };
}

/** The body, or its first `limit` bytes. */
async function read(request: IncomingMessage, limit: number | null): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    chunks.push(chunk);
    length += chunk.length;
    if (limit !== null && length >= limit) break;
  }
  const body = Buffer.concat(chunks);
  return limit === null ? body : body.subarray(0, limit);
}

function send(response: ServerResponse, { status, headers, json }: Answer): void {
  response.writeHead(status, { "content-type": "application/json; charset=UTF-8", ...headers });
  response.end(json ? JSON.stringify(json) : undefined);
}
