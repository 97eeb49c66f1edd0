/**
 * The one catalogue of errors: what can go wrong, the HTTP status it answers with, and whether trying again may help.
 * `detail` is for people and leaves the server; `cause` is for logs only.
 */
export const catalogue = {
  invalid_request: { status: 422, title: "The request is not valid", retryable: false },
  invalid_filter: { status: 400, title: "The filter is not valid", retryable: false },
  foreign_host: { status: 421, title: "Not a name of this server", retryable: false },
  foreign_origin: { status: 403, title: "Not a page of this server", retryable: false },
  unauthenticated: { status: 401, title: "Not signed in", retryable: false },
  forbidden: { status: 403, title: "Not allowed", retryable: false },
  not_found: { status: 404, title: "Not found", retryable: false },
  method_not_allowed: { status: 405, title: "Not a method of this address", retryable: false },
  not_ready: { status: 400, title: "Nothing to download", retryable: false },
  conflict: { status: 409, title: "Not possible in this state", retryable: false },
  idempotency_mismatch: { status: 409, title: "Idempotency-Key was used with another body", retryable: false },
  upload_offset: { status: 409, title: "The upload stands at another byte", retryable: true },
  upload_taken_over: { status: 423, title: "Another request goes on with this upload", retryable: true },
  upload_protocol: { status: 412, title: "Not the upload protocol that is spoken here", retryable: false },
  range_unsatisfiable: { status: 416, title: "No byte in that range", retryable: false },
  too_large: { status: 413, title: "Too large", retryable: false },
  unsupported_media: { status: 415, title: "Not a file this can read", retryable: false },
  invalid_svg: { status: 422, title: "Not an SVG that can be read", retryable: false },
  queue_full: { status: 429, title: "The queue is full", retryable: true },
  storage_full: { status: 507, title: "The disk is full", retryable: false },
  rate_limited: { status: 429, title: "Too many requests", retryable: true },
  remote_refused: { status: 422, title: "The address is not one that can be fetched", retryable: false },
  remote_unavailable: { status: 502, title: "The address could not be fetched", retryable: true },
  model_unavailable: { status: 422, title: "The model is not configured", retryable: false },
  model_auth: { status: 502, title: "The model refused the key", retryable: false },
  model_quota: { status: 402, title: "The model's account has no credit left", retryable: false },
  model_busy: { status: 503, title: "The model is busy", retryable: true },
  model_failed: { status: 502, title: "The model could not be reached, or failed", retryable: true },
  model_refused: { status: 422, title: "The model refused to draw this", retryable: false },
  model_request: { status: 502, title: "The model did not take the request", retryable: false },
  model_answer: { status: 502, title: "The model's answer is no page", retryable: true },
  cost_limit: { status: 402, title: "The batch may not cost more", retryable: false },
  drive_unavailable: { status: 422, title: "Google Drive is not configured", retryable: false },
  drive_auth: { status: 502, title: "Google Drive refused the account", retryable: false },
  drive_quota: { status: 507, title: "Google Drive has no space left", retryable: false },
  upload_failed: { status: 502, title: "The upload to Google Drive failed", retryable: true },
  upload_refused: { status: 502, title: "Google Drive did not accept the file", retryable: false },
  page_rejected: { status: 422, title: "No page worth printing came out", retryable: false },
  worker_lost: { status: 500, title: "The worker stopped while it had this item", retryable: true },
  timeout: { status: 500, title: "A stage took too long", retryable: true },
  aborted: { status: 499, title: "Stopped", retryable: false },
  internal: { status: 500, title: "Something went wrong on our side", retryable: false },
} as const;

export type ErrorCode = keyof typeof catalogue;

export interface ErrorExtras {
  cause?: unknown;
  stage?: string;
  /** Fields of a body that were wrong: dotted path and sentence. */
  fields?: { path: string; message: string }[];
  /** Seconds a caller should wait. */
  retryAfter?: number;
  /** What the status wants said in the answer's head, such as `Allow`. */
  headers?: Record<string, string>;
}

const brand = Symbol.for("tracepress.error");

/** An error a person may read: `message` is a full sentence that names the item or field and the way out. */
export class TracepressError extends Error {
  /** Known by a mark, since the bundler gives instrumentation and routes separate copies of this class. */
  static override [Symbol.hasInstance](thrown: unknown): boolean {
    return typeof thrown === "object" && thrown !== null && brand in thrown;
  }

  readonly [brand] = true;
  readonly code: ErrorCode;
  readonly stage?: string;
  readonly fields?: { path: string; message: string }[];
  readonly retryAfter?: number;
  readonly headers?: Record<string, string>;

  constructor(code: ErrorCode, message: string, extras: ErrorExtras = {}) {
    super(message, { cause: extras.cause });
    this.name = "TracepressError";
    this.code = code;
    this.stage = extras.stage;
    this.fields = extras.fields;
    this.retryAfter = extras.retryAfter;
    this.headers = extras.headers;
  }

  get retryable(): boolean {
    return catalogue[this.code].retryable;
  }
}

/** An error that came from elsewhere as plain facts, as this one's class; a code nobody knows becomes `internal`. */
export function thrownAgain({ code, message, stage }: { code: string; message: string; stage: string | null }) {
  return new TracepressError(isErrorCode(code) ? code : "internal", message, { stage: stage ?? undefined });
}

const isErrorCode = (code: string): code is ErrorCode => code in catalogue;

const fullDisk = new Set(["ENOSPC", "EDQUOT", "SQLITE_FULL"]);

/** Any thrown value as a catalogue error; what is not one already becomes `internal` and keeps its cause. */
export function asTracepressError(thrown: unknown, stage?: string): TracepressError {
  if (thrown instanceof TracepressError) return thrown;
  if (thrown instanceof Error && thrown.name === "AbortError") {
    return new TracepressError("aborted", "Stopped before it was finished.", { cause: thrown, stage });
  }
  if (thrown instanceof Error && fullDisk.has((thrown as NodeJS.ErrnoException).code ?? "")) {
    const message = "The disk is full. Remove batches or make room, then try again.";
    return new TracepressError("storage_full", message, { cause: thrown, stage });
  }
  return new TracepressError("internal", "Something went wrong on our side; the log has the details.", {
    cause: thrown,
    stage,
  });
}
