import { type ClientRequest, request } from "node:http";
import { type UploadView, uploadSchema } from "@/lib/contracts/uploads";
import type { TestServer } from "./server";

const root = "/api/v1/uploads/resumable";
const tus = { "tus-resumable": "1.0.0" };
const partType = "application/offset+octet-stream";

/** A client of the open protocol tus that sends what it is told, right or wrong. */
export class ResumableClient {
  constructor(
    private readonly server: TestServer,
    private readonly who: Record<string, string> = {},
  ) {}

  ask(method: string, path: string, headers: Record<string, string> = {}, body?: Uint8Array): Promise<Response> {
    const init = { method, headers: { ...tus, ...this.who, ...headers }, body: body as BodyInit | undefined };
    return this.server.fetch(path, init);
  }

  create(name: string, length: number): Promise<Response> {
    const metadata = `filename ${Buffer.from(name).toString("base64")}`;
    return this.ask("POST", root, { "upload-length": String(length), "upload-metadata": metadata });
  }

  /** @returns the address of the new upload. */
  async begin(name: string, length: number): Promise<string> {
    const created = await this.create(name, length);
    const address = created.headers.get("location");
    if (created.status !== 201 || address === null) throw new Error(`${created.status} ${await created.text()}`);
    return address;
  }

  /** From which byte on the server wants the file. */
  async offset(address: string): Promise<number> {
    const response = await this.ask("HEAD", address);
    if (response.status !== 200) throw new Error(`HEAD ${address} answered ${response.status}`);
    return Number(response.headers.get("upload-offset"));
  }

  send(address: string, offset: number, bytes: Uint8Array): Promise<Response> {
    return this.ask("PATCH", address, { "content-type": partType, "upload-offset": String(offset) }, bytes);
  }

  /** Begins to send a part of `length` bytes and leaves it open after the first ones, as a line does that hangs. */
  hang(address: string, offset: number, length: number, bytes: Uint8Array): ClientRequest {
    const headers = {
      ...tus,
      ...this.who,
      "content-type": partType,
      "upload-offset": String(offset),
      "content-length": String(length),
    };
    const call = request(this.server.origin + address, { method: "PATCH", headers, agent: false });
    call.on("error", () => undefined); // The line breaks on either side.
    call.write(bytes);
    return call;
  }

  async whole(address: string): Promise<UploadView> {
    return uploadSchema.parse(await (await this.ask("GET", address)).json());
  }
}

/** The id that an upload's address ends with. */
export const idOf = (address: string): string => address.slice(root.length + 1);
