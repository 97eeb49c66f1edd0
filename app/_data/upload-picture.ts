import type { UploadView } from "@/lib/contracts/uploads";
import { answerFrom } from "./answer";
import { unreachable } from "./problem";
import { apiRoot } from "./request";

export interface UploadWatch {
  signal: AbortSignal;
  /** Share of the bytes that has left, 0 to 1. */
  onProgress(share: number): void;
}

export type UploadPicture = (file: File, watch: UploadWatch) => Promise<UploadView>;

/**
 * `POST /uploads`: one file as a raw body. XMLHttpRequest, because fetch tells nothing about bytes that leave.
 * @throws ProblemError when the server refuses the file or cannot be reached.
 */
export const uploadPicture: UploadPicture = (file, { signal, onProgress }) =>
  new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const call = new XMLHttpRequest();
    call.open("POST", `${apiRoot}/uploads?name=${encodeURIComponent(file.name)}`);
    call.setRequestHeader("content-type", "application/octet-stream");
    call.upload.onprogress = (event) => {
      if (event.lengthComputable && event.total > 0) onProgress(event.loaded / event.total);
    };
    call.onload = () => resolve(answerFrom(call.status, call.responseText, (contracts) => contracts.uploadSchema));
    call.onerror = () => reject(unreachable());
    call.onabort = () => reject(signal.reason);
    signal.addEventListener("abort", () => call.abort(), { once: true });
    call.send(file);
  });
