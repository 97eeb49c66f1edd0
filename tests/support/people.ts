import { memberSchema, newApiKeySchema, oneTimeLinkSchema, type Role } from "@/lib/contracts/accounts";
import { submittedSchema } from "@/lib/contracts/status";
import { uploadSchema } from "@/lib/contracts/uploads";
import type { TestServer } from "./server";

export const password = "correct horse battery staple";

/** Someone at a browser, or a program of theirs: every request carries what says who they are. */
export class Person {
  constructor(
    readonly server: TestServer,
    readonly id: string,
    readonly headers: Record<string, string>,
  ) {}

  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    return this.server.fetch(path, { redirect: "manual", ...init, headers: { ...this.headers, ...init.headers } });
  }

  send(method: string, path: string, body: unknown): Promise<Response> {
    return this.fetch(path, { method, headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  }

  /** A program of this person's, with a key. */
  async program(request: object = {}): Promise<Person> {
    const made = await this.send("POST", "/api/v1/keys", { name: "program", ...request });
    return new Person(this.server, this.id, { "x-api-key": newApiKeySchema.parse(await made.json()).key });
  }

  async upload(name: string, bytes: Uint8Array | string): Promise<string> {
    const path = `/api/v1/uploads?name=${encodeURIComponent(name)}`;
    const response = await this.fetch(path, { method: "POST", body: bytes as BodyInit });
    return uploadSchema.parse(await response.json()).file_id;
  }

  /** A deck of one SVG. @returns the batch's id. */
  async deck(svg: string): Promise<string> {
    const file = await this.upload("drawing.svg", svg);
    const response = await this.send("POST", "/api/v1/batch/jobs", { items: [{ file }] });
    return submittedSchema.parse(await response.json()).batch_id;
  }

  /** Waits until a batch has ended. */
  async ended(batchId: string): Promise<void> {
    await (await this.fetch(`/api/v1/batch/${batchId}/progress`)).text();
  }
}

/** The token in the link that the server printed when it started without accounts. */
export function firstToken(server: TestServer): string {
  const link = /\/join#([\w-]+)/.exec(server.output);
  if (!link) throw new Error(`The server printed no link:\n${server.output}`);
  return link[1];
}

/** Makes the account that a link is for and signs in. */
export async function newcomer(server: TestServer, token: string, name: string): Promise<Person> {
  const email = `${name}@example.org`;
  const stranger = new Person(server, "", {});
  const made = await stranger.send("POST", "/api/v1/members", { token, name, email, password });
  if (made.status !== 201) throw new Error(await made.text());
  return signedIn(server, email);
}

export async function signedIn(server: TestServer, email: string): Promise<Person> {
  const response = await new Person(server, "", {}).send("POST", "/api/v1/session", { email, password });
  const { member_id } = memberSchema.parse(await response.json());
  const cookie = response.headers.getSetCookie().map((one) => one.split(";")[0]);
  return new Person(server, member_id, { cookie: cookie.join("; ") });
}

/** Invites someone and lets them make their account. */
export async function invited(owner: Person, name: string, role: Role = "member"): Promise<Person> {
  const response = await owner.send("POST", "/api/v1/invitations", { role });
  const { url } = oneTimeLinkSchema.parse(await response.json());
  return newcomer(owner.server, new URL(url).hash.slice(1), name);
}
