import * as http from "node:http";
import * as https from "node:https";
import type { LookupFunction } from "node:net";
import { pipeline } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { retryAfterSeconds } from "@/lib/retry-after";

export interface Address {
  address: string;
  family: number;
}

/** What a server answered, before its body is read. */
export interface Answer {
  status: number;
  /** Where a redirect points; null for none. */
  location: string | null;
  /** Bytes the server says it sends, compressed or not; null when it does not say. */
  length: number | null;
  /** Seconds to wait, of `Retry-After`; null for none. */
  retryAfter: number | null;
  /** Compression undone. Reading it fails when the connection breaks off or bytes are missing. */
  body: AsyncIterable<Uint8Array>;
  /** Ends the connection unread. */
  discard(): void;
}

const redirects = new Set([301, 302, 303, 307, 308]);
const headers = { accept: "image/svg+xml,image/*;q=0.9,*/*;q=0.5", "user-agent": "Tracepress" };

/**
 * Asks for a URL over a connection of its own to one of these addresses, without a look-up.
 * @throws Error of the connection; what `signal` was aborted with.
 */
export function ask(url: URL, addresses: readonly Address[], signal: AbortSignal): Promise<Answer> {
  const { request } = url.protocol === "https:" ? https : http;
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers, signal, agent: false, lookup: pinned(addresses) });
    asked.on("response", (response) => resolve(answerOf(response)));
    asked.on("error", reject);
    asked.end();
  });
}

/** Gives the connection the addresses that were checked; one given by number is not looked up at all. */
function pinned(addresses: readonly Address[]): LookupFunction {
  return (_host, options, callback) => {
    if (options.all) callback(null, [...addresses]);
    else callback(null, addresses[0].address, addresses[0].family);
  };
}

function answerOf(response: http.IncomingMessage): Answer {
  const status = response.statusCode ?? 0;
  const length = Number(response.headers["content-length"] ?? Number.NaN);
  return {
    status,
    location: redirects.has(status) ? (response.headers.location ?? null) : null,
    length: Number.isFinite(length) ? length : null,
    retryAfter: retryAfterSeconds(response.headers["retry-after"]),
    body: decoded(response),
    discard: () => response.destroy(),
  };
}

function decoded(response: http.IncomingMessage): AsyncIterable<Uint8Array> {
  const decoder = decoderFor(response.headers["content-encoding"]);
  // A fault of either ends both and is thrown to whoever reads.
  return decoder === null ? response : pipeline(response, decoder, () => {});
}

function decoderFor(encoding: string | undefined) {
  switch (encoding?.trim().toLowerCase()) {
    case "gzip":
    case "x-gzip":
      return createGunzip();
    case "br":
      return createBrotliDecompress();
    case "deflate":
      return createInflate();
    default:
      return null;
  }
}
