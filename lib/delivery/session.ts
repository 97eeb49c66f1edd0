import type { OAuth2Client } from "google-auth-library";
import { withDeadline } from "./deadline";
import type { Drive } from "./drive";
import { type DriveFile, driveFileSchema, fileFields } from "./drive-files";
import { DriveFault } from "./fault";
import type { Target } from "./target";

type GaxiosOptions = Parameters<OAuth2Client["request"]>[0];

/** Where an upload stands: bytes that Drive has kept, and the file once it has all of them. */
export interface Standing {
  kept: number;
  file: DriveFile | null;
}

/**
 * A resumable upload of Drive (documentation, "Upload file data", "Perform a resumable upload"). The official client
 * sends multipart only, in one request that cannot go on after a broken connection, so these three requests are ours.
 */
export class UploadSession {
  private constructor(
    private readonly drive: Drive,
    private readonly uri: string,
    private readonly size: number,
    private readonly signal: AbortSignal,
  ) {}

  static async open(drive: Drive, target: Target, signal: AbortSignal): Promise<UploadSession> {
    const { method, path, metadata } = target;
    const query = new URLSearchParams({ uploadType: "resumable", supportsAllDrives: "true", fields: fileFields });
    const request: GaxiosOptions = {
      url: `${drive.origin}/upload${path}?${query}`,
      method,
      headers: {
        "content-type": "application/json; charset=UTF-8",
        "x-upload-content-type": target.media_type,
        "x-upload-content-length": String(target.size),
      },
      data: JSON.stringify(metadata),
      responseType: "text",
    };
    const answer = await withDeadline(drive.pace.answerMs, signal, (options) =>
      drive.client.request({ ...request, ...options }),
    );
    const uri = answer.headers.get("location");
    if (!uri) throw new DriveFault("passing", "an upload session without an address");
    return new UploadSession(drive, uri, target.size, signal);
  }

  /** Asks how much Drive has kept. */
  standing(): Promise<Standing> {
    return this.put(Buffer.alloc(0), `bytes */${this.size}`);
  }

  /** Sends the bytes that begin at `start`; all but the last piece are whole multiples of 256 KiB. */
  send(start: number, piece: Buffer): Promise<Standing> {
    return this.put(piece, `bytes ${start}-${start + piece.length - 1}/${this.size}`);
  }

  private async put(data: Buffer, range: string): Promise<Standing> {
    const { pace, client } = this.drive;
    const request: GaxiosOptions = {
      url: this.uri,
      method: "PUT",
      headers: { "content-range": range, "content-length": String(data.length) },
      data,
      redirect: "manual",
      responseType: "json",
      validateStatus: (status) => status === 308 || (status >= 200 && status < 300),
      // It would look at every byte of the piece for secrets; `driveError` keeps the request out of errors anyway.
      errorRedactor: false,
    };
    const answer = await withDeadline(pace.sendMs, this.signal, (options) =>
      client.request({ ...request, ...options }),
    );
    if (answer.status !== 308) return { kept: this.size, file: driveFileSchema.parse(answer.data) };
    return { kept: keptOf(answer.headers.get("range")), file: null };
  }
}

/** `bytes=0-42` means 43 bytes; no header means none. */
function keptOf(range: string | null): number {
  const last = range?.match(/^bytes=0-(\d+)$/)?.[1];
  return last === undefined ? 0 : Number(last) + 1;
}
