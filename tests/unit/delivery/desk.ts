import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { onTestFinished } from "vitest";
import { readConfig } from "@/lib/config";
import { deliver } from "@/lib/delivery/deliver";
import type { DeliveredFile, Delivery, DeliveryFile } from "@/lib/delivery/delivery";
import { openDrive } from "@/lib/delivery/drive";
import { DriveServer, type Route } from "../../support/drive-server";

/** A batch to deliver, and a Drive of its own to deliver it to with the real client. */
export class Desk {
  /** Everything that was said about files on the way. */
  readonly heard: DeliveredFile[] = [];

  private constructor(readonly server: DriveServer) {}

  static async open(): Promise<Desk> {
    const server = await new DriveServer().start();
    onTestFinished(() => server.stop());
    return new Desk(server);
  }

  /** Drive as the settings describe it; waits are short so that five tries fit into a test. */
  drive(settings: Record<string, string> = {}) {
    const { drive } = readConfig({
      TRACEPRESS_DRIVE_CREDENTIALS: this.server.credentials(),
      TRACEPRESS_DRIVE_ROOT: "the-root-folder",
      TRACEPRESS_DRIVE_URL: this.server.origin,
      ...settings,
    });
    return openDrive(drive, { baseMs: 10, capMs: 50 });
  }

  async deliver(delivery: Partial<Delivery> = {}, settings: Record<string, string> = {}) {
    const whole: Delivery = {
      files: [file("deck.pptx", "the deck")],
      folderPattern: "Tracepress/{date}/{job_id}/",
      values: { date: "2026-03-01", job_id: "batch_one", title: "Spring" },
      signal: new AbortController().signal,
      onFile: (row) => this.heard.push(row),
      ...delivery,
    };
    return deliver(whole, await this.drive(settings));
  }

  /** Bytes that went over the line in requests of these kinds. */
  sent(...routes: Route[]): number {
    return this.server.requests
      .filter(({ route }) => routes.includes(route))
      .reduce((sum, { bytes }) => sum + bytes, 0);
  }
}

export function file(name: string, content: string | Buffer): DeliveryFile {
  const bytes = Buffer.from(content);
  return {
    name,
    media_type: "application/octet-stream",
    size: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    open: ({ start, end }) => Readable.from([bytes.subarray(start, end + 1)]),
  };
}

/** Bytes that repeat nowhere near a piece's length, so that a piece in the wrong place is seen. */
export function noise(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  for (let at = 0, state = 1; at + 4 <= length; at += 4) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes.writeUInt32LE(state, at);
  }
  return bytes;
}
