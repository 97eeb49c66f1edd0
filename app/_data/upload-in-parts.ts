import { problemFrom } from "./answer";
import { unreachable, unreadable } from "./problem";
import { apiRoot, request } from "./request";
import { sendBytes } from "./send-bytes";
import type { UploadPicture } from "./upload-picture";

const root = "/uploads/resumable";
/** The open protocol tus: https://tus.io/protocols/resumable-upload */
const tus = { "tus-resumable": "1.0.0" };
/** Bytes of one part, so that something is kept also behind a proxy that hands on only what has come whole. */
const partBytes = 4_000_000;

interface Begun {
  path: string;
  /** Of the file's bytes, as far as is known: 0 to 1. */
  share: number;
}

/** Uploads that are not whole yet: whoever sends the same file again goes on with them. */
const begun = new WeakMap<File, Begun>();

/** Uploads a file part by part, from the byte that the server has of it. @throws ProblemError as `uploadPicture` does. */
export const uploadInParts: UploadPicture = async (file, { signal, onProgress }) => {
  const tell = (count: number, resumed: boolean) => {
    const share = count / file.size;
    const known = begun.get(file);
    if (known) known.share = share;
    onProgress(share, resumed);
  };
  try {
    const { path, offset } = await standing(file, signal, onProgress);
    const resumed = offset > 0;
    for (let from = offset; from < file.size; from += partBytes) {
      tell(from, resumed);
      await sendPart(path, file, from, signal, (count) => tell(from + count, resumed));
    }
    onProgress(1, resumed);
    const upload = await request(path, (contracts) => contracts.uploadSchema, { signal });
    begun.delete(file);
    return upload;
  } catch (failure) {
    if (signal.aborted) giveUp(file);
    throw failure;
  }
};

/** Where a file's upload is and from which byte on it is wanted; begun here where there is none to go on with. */
async function standing(file: File, signal: AbortSignal, onProgress: (share: number, resumed: boolean) => void) {
  const known = begun.get(file);
  if (known) {
    onProgress(known.share, true);
    const offset = await offsetOf(known.path, file, signal);
    if (offset !== null) return { path: known.path, offset };
  }
  const path = await begin(file, signal);
  begun.set(file, { path, share: 0 });
  return { path, offset: 0 };
}

async function begin(file: File, signal: AbortSignal): Promise<string> {
  const name = btoa(String.fromCharCode(...new TextEncoder().encode(file.name)));
  const headers = { ...tus, "upload-length": String(file.size), "upload-metadata": `filename ${name}` };
  const answer = await ask(root, { method: "POST", headers, signal });
  if (!answer.ok) throw await problemFrom(answer.status, await answer.text());
  const id = /\/([\w-]+)$/.exec(answer.headers.get("location") ?? "")?.[1];
  if (id === undefined) throw unreadable(answer.status);
  return `${root}/${id}`;
}

/** Bytes that the server has; null where it has given the upload up. */
async function offsetOf(path: string, file: File, signal: AbortSignal): Promise<number | null> {
  const answer = await ask(path, { method: "HEAD", headers: tus, signal });
  if (answer.status === 404) return null;
  const said = answer.headers.get("upload-offset");
  const offset = Number(said);
  if (!answer.ok || said === null || !(offset >= 0 && offset <= file.size)) throw unreadable(answer.status);
  return offset;
}

async function sendPart(
  path: string,
  file: File,
  from: number,
  signal: AbortSignal,
  onSent: (count: number) => void,
): Promise<void> {
  const headers = { ...tus, "upload-offset": String(from), "content-type": "application/offset+octet-stream" };
  const bytes = file.slice(from, from + partBytes);
  const { status, text } = await sendBytes({ method: "PATCH", path, headers, bytes }, signal, onSent);
  if (status !== 204) throw await problemFrom(status, text);
}

/** Frees what the server has of a file that was taken away here; where that does not reach it, its sweep does. */
function giveUp(file: File): void {
  const known = begun.get(file);
  begun.delete(file);
  if (known) void ask(known.path, { method: "DELETE", headers: tus, keepalive: true }).catch(() => undefined);
}

async function ask(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(apiRoot + path, init);
  } catch (failure) {
    if (init.signal?.aborted) throw failure;
    throw unreachable();
  }
}
