import { Readable } from "node:stream";
import type { drive_v3 } from "@googleapis/drive";
import { type RequestOptions, withDeadline } from "./deadline";
import type { DeliveryFile } from "./delivery";
import type { Drive } from "./drive";
import { type DriveFile, driveFileSchema, fileFields } from "./drive-files";
import { DriveFault, faultOf } from "./fault";
import { persist } from "./retry";
import { UploadSession } from "./session";
import { holds, newContent, type Target } from "./target";

const mebibyte = 1024 * 1024;

/** Drive takes up to 5 MB in one multipart request. */
const smallAtMost = 4 * mebibyte;

/** A piece is held in memory while it is sent; Drive wants multiples of 256 KiB. */
const pieceSize = 8 * mebibyte;

/** One file on its way to Drive, over as many tries as it takes. */
export class Upload {
  attempts = 0;
  /** Bytes that Drive has kept so far. */
  kept = 0;
  private session: UploadSession | null = null;
  /** The most bytes that any try brought there: a session that is lost and begun anew is no progress. */
  private furthest = 0;
  private advanced = false;

  /** @param onMove hears when a try begins and when Drive has kept more. */
  constructor(
    private readonly drive: Drive,
    private readonly file: DeliveryFile,
    private target: Target,
    private readonly signal: AbortSignal,
    private readonly onMove: () => void,
  ) {}

  /** @throws what `persist` throws. */
  run(): Promise<DriveFile> {
    const { name } = this.file;
    const { pace } = this.drive;
    const effort = { what: name, pace, signal: this.signal, advanced: () => this.advanced };
    return persist(() => this.attempt(), effort);
  }

  private async attempt(): Promise<DriveFile> {
    this.attempts++;
    this.advanced = false;
    this.onMove();
    const sent = await this.send().catch((thrown) => this.afterLostAnswer(thrown));
    if (!holds(sent, this.file)) throw this.spoiled();
    this.kept = this.file.size;
    return sent;
  }

  /** What arrived is not what was sent; the next try replaces its content. */
  private spoiled(): DriveFault {
    this.target = newContent(this.file, this.target.id, this.target.metadata.appProperties.tracepress_job);
    this.session = null;
    this.kept = 0;
    return new DriveFault("passing", `${this.file.name} is not in Drive as it was sent`);
  }

  private send(): Promise<DriveFile> {
    return this.file.size <= smallAtMost ? this.sendWhole() : this.sendPieces();
  }

  /** A reserved id that is taken means that an earlier try arrived although its answer did not. */
  private async afterLostAnswer(thrown: unknown): Promise<DriveFile> {
    if (faultOf(thrown).kind !== "taken" || this.target.method !== "POST") throw thrown;
    const parameters = { fileId: this.target.id, fields: fileFields, supportsAllDrives: true };
    const { api, pace } = this.drive;
    const get = (options: RequestOptions) => api.files.get(parameters, options);
    return driveFileSchema.parse((await withDeadline(pace.answerMs, this.signal, get)).data);
  }

  private async sendWhole(): Promise<DriveFile> {
    const { metadata, media_type } = this.target;
    // The client pipes a stream without listening for its errors, so it gets one that cannot fail.
    const body = Readable.from([await this.piece(0, this.file.size)], { objectMode: false });
    const media = { mimeType: media_type, body };
    const parameters = { requestBody: metadata, media, fields: fileFields, supportsAllDrives: true };
    return driveFileSchema.parse(await this.sendMultipart(parameters));
  }

  private async sendMultipart(parameters: drive_v3.Params$Resource$Files$Create): Promise<unknown> {
    const { id, method } = this.target;
    const { api, origin, pace } = this.drive;
    const send = (options: RequestOptions) => {
      // The client sends files to Google itself whatever root it was made with, unless the call names it too.
      const rooted = { ...options, rootUrl: origin };
      if (method === "POST") return api.files.create(parameters, rooted);
      return api.files.update({ ...parameters, fileId: id }, rooted);
    };
    return (await withDeadline(pace.sendMs, this.signal, send)).data;
  }

  private async sendPieces(): Promise<DriveFile> {
    let standing = await this.takeUp();
    while (!standing.file) {
      const start = standing.kept;
      const piece = await this.piece(start, Math.min(pieceSize, this.file.size - start));
      standing = await this.inSession((session) => session.send(start, piece));
      if (!standing.file && standing.kept <= start) throw new DriveFault("passing", `nothing kept after byte ${start}`);
      this.note(standing.kept);
    }
    return standing.file;
  }

  /** Begins, or goes on where a broken try stopped. */
  private async takeUp() {
    if (this.session) {
      const standing = await this.inSession((session) => session.standing());
      this.note(standing.kept);
      return standing;
    }
    this.session = await UploadSession.open(this.drive, this.target, this.signal);
    return { kept: 0, file: null };
  }

  private note(kept: number): void {
    this.kept = kept;
    if (kept <= this.furthest) return;
    this.furthest = kept;
    this.advanced = true;
    this.onMove();
  }

  private async inSession<Result>(ask: (session: UploadSession) => Promise<Result>): Promise<Result> {
    try {
      return await ask(this.session as UploadSession);
    } catch (thrown) {
      if (faultOf(thrown).kind !== "missing") throw thrown;
      // Drive forgets a session after a week or a fault of its own; the next try opens another.
      this.session = null;
      this.kept = 0;
      throw new DriveFault("passing", "the upload session is gone");
    }
  }

  private async piece(start: number, length: number): Promise<Buffer> {
    if (length === 0) return Buffer.alloc(0);
    const chunks: Uint8Array[] = [];
    for await (const chunk of this.file.open({ start, end: start + length - 1 })) chunks.push(chunk);
    const piece = Buffer.concat(chunks);
    if (piece.length !== length)
      throw new Error(`${this.file.name} has ${piece.length} bytes where ${length} were said`);
    return piece;
  }
}
