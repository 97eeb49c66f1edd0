import { TracepressError } from "@/lib/errors";

const pattern = /^data:([^,]*?)(; *base64 *)?,/i;

/** Whether a text is meant as a `data:` URL, a damaged one too. */
export const isDataUrl = (value: string): boolean => /^data:/i.test(value);

/**
 * The bytes in a `data:` URL (RFC 2397). Base64 may be broken into lines and its signs percent-encoded, as in a browser
 * (WHATWG Fetch, "data: URL processor").
 * @param limit bytes at most. @param what names the item in errors.
 * @throws TracepressError `invalid_request` when it is malformed, `too_large` past the limit.
 */
export function dataUrlBytes(url: string, limit: number, what: string): Buffer {
  const head = pattern.exec(url.slice(0, 1000));
  if (!head) throw new TracepressError("invalid_request", `${what} has a data: URL without the comma before its data.`);
  const written = url.slice(head[0].length);
  if (!head[2]) return checked(Buffer.from(percentDecoded(written, what), "latin1"), limit, what);
  const body = (written.includes("%") ? percentDecoded(written, what) : written).replace(/[\t\n\f\r ]+/g, "");
  if (body.length > Math.ceil(limit / 3) * 4 + 4) throw tooLarge(what, limit);
  if (!/^[A-Za-z0-9+/_-]*={0,2}$/.test(body)) {
    throw new TracepressError("invalid_request", `${what} has a data: URL whose base64 is damaged.`);
  }
  return checked(Buffer.from(body, "base64"), limit, what);
}

function percentDecoded(body: string, what: string): string {
  const bytes = body.replace(/[^\x20-\x7e]/g, (c) => encodeURIComponent(c));
  if (/%(?![0-9a-f]{2})/i.test(bytes)) {
    throw new TracepressError("invalid_request", `${what} has a data: URL whose percent encoding is damaged.`);
  }
  return bytes.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function checked(bytes: Buffer, limit: number, what: string): Buffer {
  if (bytes.length > limit) throw tooLarge(what, limit);
  if (bytes.length === 0) throw new TracepressError("invalid_request", `${what} has a data: URL without any data.`);
  return bytes;
}

const tooLarge = (what: string, limit: number) =>
  new TracepressError("too_large", `${what} is larger than ${Math.round(limit / 1_000_000)} MB; make it smaller.`);
