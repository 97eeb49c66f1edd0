import { TracepressError } from "@/lib/errors";
import { type FilePart, partsStream } from "@/lib/files/parts";

export interface ServedFile {
  /** What it consists of, one after the other; `size` is their sum. */
  parts: readonly FilePart[];
  size: number;
  /** Quoted, strong. */
  etag: string;
  headers: Record<string, string>;
}

/**
 * A file as an answer that can be resumed: validators and single byte ranges as in RFC 9110, sections 13 and 14.
 * @throws TracepressError `range_unsatisfiable`.
 */
export function fileResponse(request: Request, file: ServedFile): Response {
  const headers = { "accept-ranges": "bytes", etag: file.etag, ...file.headers };
  if (isHeld(request.headers.get("if-none-match"), file.etag)) {
    return new Response(null, { status: 304, headers });
  }
  const range = rangeOf(request, file);
  if (range === "unsatisfiable") {
    const sentence = `The file has ${file.size} bytes and none in the range that was asked for. Ask for it from its start.`;
    throw new TracepressError("range_unsatisfiable", sentence, {
      headers: { "accept-ranges": "bytes", etag: file.etag, "content-range": `bytes */${file.size}` },
    });
  }
  const { start, end } = range ?? { start: 0, end: file.size - 1 };
  return new Response(request.method === "HEAD" ? null : partsStream(file.parts, start, end), {
    status: range ? 206 : 200,
    headers: {
      ...headers,
      // Becomes Content-Length in app/_http/serve.mjs.
      "x-file-length": String(end - start + 1),
      ...(range && { "content-range": `bytes ${start}-${end}/${file.size}` }),
    },
  });
}

/** Whether the client has this file already; also by a tag that was weakened on its way, or by any (RFC 9110, 13.1.2). */
function isHeld(condition: string | null, etag: string): boolean {
  const tags = condition?.split(",").map((tag) => tag.trim().replace(/^W\//, "")) ?? [];
  return tags.includes(etag) || tags.includes("*");
}

/** Null means the whole file: no range asked for, several, a malformed one, or an `If-Range` that no longer holds. */
function rangeOf(request: Request, file: ServedFile): { start: number; end: number } | "unsatisfiable" | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(request.headers.get("range") ?? "");
  if (!match || (match[1] === "" && match[2] === "")) return null;
  const condition = request.headers.get("if-range");
  if (condition !== null && condition !== file.etag) return null;
  const last = file.size - 1;
  const [start, end] =
    match[1] === ""
      ? [Math.max(0, file.size - Number(match[2])), last]
      : [Number(match[1]), match[2] === "" ? last : Math.min(Number(match[2]), last)];
  if (match[1] !== "" && match[2] !== "" && Number(match[1]) > Number(match[2])) return null;
  return start > end || (match[1] === "" && Number(match[2]) === 0) ? "unsatisfiable" : { start, end };
}
