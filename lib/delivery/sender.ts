import { type ErrorCode, TracepressError } from "@/lib/errors";
import type { DeliveredFile, Delivery, DeliveryFile } from "./delivery";
import type { Drive } from "./drive";
import type { DriveFile } from "./drive-files";
import type { Target } from "./target";
import { Upload } from "./upload";

/** What no later file would fare better with. */
const hopeless: ErrorCode[] = ["drive_auth", "drive_quota"];

/** Sends the files of one delivery and reports on each. */
export class Sender {
  private halted: TracepressError | null = null;

  constructor(
    private readonly drive: Drive,
    private readonly delivery: Delivery,
  ) {}

  /** For a file that an earlier delivery brought there. */
  async skip(file: DeliveryFile, there: DriveFile): Promise<DeliveredFile> {
    return this.report({ ...untouched(file), ...placeOf(there), bytes: there.size, status: "completed" });
  }

  /** @throws the signal's reason when stopped; every other failure is a row. */
  async send(file: DeliveryFile, target: Target): Promise<DeliveredFile> {
    const { signal } = this.delivery;
    signal.throwIfAborted();
    if (this.halted) return this.report({ ...untouched(file), status: "failed", error: rowOf(this.halted) });
    const start = performance.now();
    const upload = new Upload(this.drive, file, target, signal, () => this.report(row("uploading")));
    const row = (status: DeliveredFile["status"]): DeliveredFile => ({
      ...untouched(file),
      bytes: upload.kept,
      duration_ms: Math.round(performance.now() - start),
      attempts: upload.attempts,
      status,
    });
    try {
      const sent = await upload.run();
      return this.report({ ...row("completed"), ...placeOf(sent) });
    } catch (thrown) {
      signal.throwIfAborted();
      const failure = this.weigh(thrown);
      return this.report({ ...row("failed"), error: rowOf(failure) }, failure);
    }
  }

  /** @throws what is not an error of the catalogue: a fault of the program. */
  private weigh(thrown: unknown): TracepressError {
    if (!(thrown instanceof TracepressError)) throw thrown;
    if (hopeless.includes(thrown.code)) this.halted = thrown;
    return thrown;
  }

  private report(file: DeliveredFile, failure?: TracepressError): DeliveredFile {
    this.delivery.onFile?.(file, failure);
    return file;
  }
}

const untouched = (file: DeliveryFile): DeliveredFile => ({
  name: file.name,
  drive_file_id: null,
  url: null,
  bytes: 0,
  duration_ms: 0,
  attempts: 0,
  status: "uploading",
  error: null,
});

const placeOf = (file: DriveFile) => ({ drive_file_id: file.id, url: file.webViewLink ?? null });

const rowOf = ({ code, message, retryable }: TracepressError) => ({ code, message, retryable });
