import { ProblemError } from "@/app/_data/problem";
import type { UploadView } from "@/lib/contracts/uploads";
import type { Upload } from "./tray-item";

/** What has come whole but cannot be drawn is known before anything starts, not when its page fails. */
export function received(file: UploadView): Upload {
  if (file.problem === null) return { state: "ready", file };
  const fault = { code: "unsupported_media", message: file.problem };
  return { state: "refused", fault, retryable: false };
}

/** What becomes of an upload that failed: one that lost its connection goes on by itself. */
export function failedUpload(failure: unknown): Upload {
  const problem = failure instanceof ProblemError ? failure : null;
  if (problem?.code === "unreachable") return { state: "offline" };
  const fault = problem ?? { code: null, message: failure instanceof Error ? failure.message : String(failure) };
  return { state: "refused", fault, retryable: problem?.passing ?? false };
}
