import type { ErrorCode, TracepressError } from "@/lib/errors";

/** One file to send. Its bytes are read by range, since a broken upload goes on in the middle. */
export interface DeliveryFile {
  /** The name it gets, as it is; a slash makes no folder. */
  name: string;
  media_type: string;
  /** Bytes. */
  size: number;
  /** SHA-256 of the bytes, lower-case hex: the key of the blob. */
  sha256: string;
  /** The bytes from `start` to `end`, both inclusive. */
  open(range: { start: number; end: number }): AsyncIterable<Uint8Array>;
}

/** What the placeholders of a folder pattern stand for. */
export interface PatternValues {
  /** Day of the batch, such as `2026-03-01`: from its record, never from the clock, or a second try makes a second folder. */
  date: string;
  job_id: string;
  title: string;
}

export interface Delivery {
  files: DeliveryFile[];
  /** Such as `Tracepress/{date}/{job_id}/`, below the root folder. */
  folderPattern: string;
  values: PatternValues;
  signal: AbortSignal;
  /**
   * Hears of every file when a try begins, when a large one gets further and when it ends for good; `failure` holds
   * the cause, for the log.
   */
  onFile?: (file: DeliveredFile, failure?: TracepressError) => void;
}

export interface DeliveredFile {
  name: string;
  drive_file_id: string | null;
  /** Where a person opens it. */
  url: string | null;
  /** Bytes that stand in Drive. */
  bytes: number;
  duration_ms: number;
  /** 0 when an earlier delivery had brought it there. */
  attempts: number;
  status: "uploading" | "completed" | "failed";
  error: { code: ErrorCode; message: string; retryable: boolean } | null;
}

export interface Delivered {
  folder: { id: string; url: string | null };
  /** In the order they were given. */
  files: DeliveredFile[];
}
