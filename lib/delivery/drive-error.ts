import { type ErrorCode, TracepressError } from "@/lib/errors";
import type { Fault } from "./fault";

const full = "make room there, or point TRACEPRESS_DRIVE_ROOT at a folder with space";
const sentences: Record<Exclude<Fault["kind"], "own">, { code: ErrorCode; sentence: (what: string) => string }> = {
  passing: {
    code: "upload_failed",
    sentence: (what) => `Google Drive could not be reached or was too busy for ${what}; send it again later.`,
  },
  auth: {
    code: "drive_auth",
    sentence: () =>
      "Google Drive refused the account: check the file that TRACEPRESS_DRIVE_CREDENTIALS names, and that " +
      "its account may write in the folder of TRACEPRESS_DRIVE_ROOT.",
  },
  quota: {
    code: "drive_quota",
    sentence: () =>
      `Google Drive has no space left: ${full}. A service account has no space of its own, only what ` +
      "a shared drive gives it.",
  },
  missing: {
    code: "upload_failed",
    sentence: (what) => `Google Drive lost the place of ${what} while it was sent; send it again.`,
  },
  taken: { code: "upload_refused", sentence: (what) => `Google Drive has something else where ${what} should go.` },
  refused: { code: "upload_refused", sentence: (what) => `Google Drive did not accept ${what}.` },
};

/**
 * A fault as an error of the catalogue. Its cause repeats only what Drive said: the HTTP client's own error holds the
 * request with its secrets.
 * @param what the thing that was sent, as a person calls it.
 */
export function driveError(fault: Fault, thrown: unknown, what: string): TracepressError {
  if (thrown instanceof TracepressError) return thrown;
  if (fault.kind === "own") {
    return new TracepressError("internal", `Sending ${what} failed on our side; the log has the details.`, {
      cause: thrown,
    });
  }
  const { code, sentence } = sentences[fault.kind];
  return new TracepressError(code, sentence(what), { cause: new Error(`Drive: ${fault.said}`) });
}
