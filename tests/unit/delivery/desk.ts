import { onTestFinished } from "vitest";
import { readConfig } from "@/lib/config";
import { deliver } from "@/lib/delivery/deliver";
import type { DeliveredFile, Delivery } from "@/lib/delivery/delivery";
import { openDrive } from "@/lib/delivery/drive";
import type { Pace } from "@/lib/delivery/retry";
import { DriveServer, type Route } from "../../support/drive-server";
import { file } from "./freight";

/** A batch to deliver, and a Drive of its own to deliver it to with the real client. */
export class Desk {
  /** Everything that was said about files on the way. */
  readonly heard: DeliveredFile[] = [];

  /** Waits are short so that five tries fit into a test. */
  pace: Pace = { baseMs: 10, capMs: 50, answerMs: 30_000, sendMs: 30_000 };

  private constructor(readonly server: DriveServer) {}

  static async open(): Promise<Desk> {
    const server = await new DriveServer().start();
    onTestFinished(() => server.stop());
    return new Desk(server);
  }

  /** Drive as the settings describe it. */
  drive(settings: Record<string, string> = {}) {
    const { drive } = readConfig({
      TRACEPRESS_DRIVE_CREDENTIALS: this.server.credentials(),
      TRACEPRESS_DRIVE_ROOT: "the-root-folder",
      TRACEPRESS_DRIVE_URL: this.server.origin,
      ...settings,
    });
    return openDrive(drive, this.pace);
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
