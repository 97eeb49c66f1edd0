import { unreachable } from "./problem";
import { apiRoot } from "./request";

export interface Sending {
  method: "POST" | "PATCH";
  path: string;
  headers: Record<string, string>;
  bytes: Blob;
}

/**
 * Sends bytes to the API and tells how many have left. XMLHttpRequest, because fetch tells nothing about that.
 * @throws ProblemError when the server cannot be reached; an aborted call rejects with the signal's own reason.
 */
export const sendBytes = (
  { method, path, headers, bytes }: Sending,
  signal: AbortSignal,
  onSent: (count: number) => void,
): Promise<{ status: number; text: string }> =>
  new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const call = new XMLHttpRequest();
    call.open(method, apiRoot + path);
    for (const [name, value] of Object.entries(headers)) call.setRequestHeader(name, value);
    call.upload.onprogress = (event) => onSent(event.loaded);
    call.onload = () => resolve({ status: call.status, text: call.responseText });
    call.onerror = () => reject(unreachable());
    call.onabort = () => reject(signal.reason);
    signal.addEventListener("abort", () => call.abort(), { once: true });
    call.send(bytes);
  });
