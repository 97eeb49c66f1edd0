import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * A place in the web with one file under every address, which it hands out when the test says so: a batch of such addresses
 * stays under way for exactly as long as a test needs it, on whatever machine.
 */
export class HeldSite {
  /** Host and port, as TRACEPRESS_ALLOW_HOSTS takes them. */
  host = "";
  /** Of a server that waits for this site as long as any test does. */
  get settings(): Record<string, string> {
    return { TRACEPRESS_ALLOW_HOSTS: this.host, TRACEPRESS_FETCH_SECONDS: "600" };
  }

  private readonly waiting: ServerResponse[] = [];
  private free = 0;
  private readonly server = createServer((_request, response) => {
    this.waiting.push(response);
    this.answer();
  });

  private constructor(private readonly file: Buffer) {}

  static async of(file: Buffer): Promise<HeldSite> {
    const site = new HeldSite(file);
    site.server.listen(0, "127.0.0.1");
    await once(site.server, "listening");
    site.host = `127.0.0.1:${(site.server.address() as AddressInfo).port}`;
    return site;
  }

  /** Items of a batch, each with an address of its own: `1.jpg`, `2.jpg`. */
  items(count: number): { file: string; prompt: string }[] {
    return Array.from({ length: count }, (_, at) => ({ file: `http://${this.host}/${at + 1}.jpg`, prompt: "" }));
  }

  /** Answers so many more of those who asked or will ask. */
  letGo(count = Number.POSITIVE_INFINITY): void {
    this.free += count;
    this.answer();
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private answer(): void {
    for (; this.free > 0 && this.waiting.length > 0; this.free--) this.waiting.shift()?.end(this.file);
  }
}
