import type { z } from "zod";
import { config } from "@/lib/config";
import { sentenceOf } from "@/lib/contracts/sentences";
import { type ErrorCode, TracepressError } from "@/lib/errors";

/** The body as a stream of bytes. @throws TracepressError `invalid_request` when there is none. */
export function bodyStream(request: Request): AsyncIterable<Uint8Array> {
  if (!request.body) throw new TracepressError("invalid_request", "The request has no body.");
  return request.body as unknown as AsyncIterable<Uint8Array>;
}

/**
 * The body as the bytes of one file.
 * @throws TracepressError `unsupported_media` for a form, `invalid_request` when there is no body.
 */
export function fileBody(request: Request): AsyncIterable<Uint8Array> {
  const type = request.headers.get("content-type") ?? "";
  if (type.toLowerCase().startsWith("multipart/")) {
    const way = "Send the file's own bytes as the body and its name as ?name=, as curl --data-binary @cat.jpg does.";
    throw new TracepressError("unsupported_media", `The body is a form, not a file. ${way}`);
  }
  return bodyStream(request);
}

/**
 * Reads a body of at most `limit` bytes as text in UTF-8; a byte order mark before it is left out.
 * @throws TracepressError `too_large`, `invalid_request` for another encoding: its letters would be lost in silence.
 */
export async function bodyText(request: Request, limit: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bodyStream(request)) {
    size += chunk.length;
    if (size > limit) {
      throw tooLarge(limit);
    }
    chunks.push(chunk);
  }
  return decoded(Buffer.concat(chunks));
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new TracepressError("invalid_request", "The body is not in UTF-8. Send it in that encoding.", { cause });
  }
}

function tooLarge(limit: number): TracepressError {
  const megabytes = Math.round(limit / 1_000_000);
  const sentence =
    megabytes === 0
      ? "The body is larger than these few fields need."
      : `The body is larger than ${megabytes} MB. Upload the files first instead.`;
  return new TracepressError("too_large", sentence);
}

/** Parses JSON and checks it. @throws TracepressError `invalid_request` with the fields that are wrong. */
export function parseJson<Schema extends z.ZodType>(text: string, schema: Schema): z.infer<Schema> {
  return checked(jsonValue(text), schema, "invalid_request");
}

/** Reads a body that may be left out: then it is `{}`. @throws TracepressError `too_large`, `invalid_request`. */
export async function optionalJson<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  limit: number,
): Promise<z.infer<Schema>> {
  const text = request.body ? await bodyText(request, limit) : "";
  return parseJson(text === "" ? "{}" : text, schema);
}

/** Bytes of a body that holds a few words. */
const smallBodyBytes = 16_384;

/** Reads a JSON body of a few fields. @throws TracepressError `too_large`, `invalid_request`. */
export const smallJson = async <Schema extends z.ZodType>(request: Request, schema: Schema): Promise<z.infer<Schema>> =>
  parseJson(await bodyText(request, smallBodyBytes), schema);

/** Checks the query of a URL. @throws TracepressError `invalid_filter`, also for what is named twice. */
export function parseQuery<Schema extends z.ZodType>(url: string, schema: Schema): z.infer<Schema> {
  const given = [...new URL(url).searchParams].filter(([, value]) => value !== "");
  const twice = given.find(([name], place) => given.findIndex(([other]) => other === name) !== place);
  if (twice)
    throw new TracepressError("invalid_filter", `${twice[0].slice(0, 80)} stands twice in the query. Send it once.`);
  return checked(Object.fromEntries(given), schema, "invalid_filter");
}

/** Checks those headers of a request that a schema names, in lower case. @throws TracepressError `invalid_request`. */
export const parseHeaders = <Schema extends z.ZodType>(headers: Headers, schema: Schema): z.infer<Schema> =>
  checked(Object.fromEntries(headers), schema, "invalid_request");

function jsonValue(text: string): unknown {
  refuseDeep(text, config().maxJsonDepth);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new TracepressError("invalid_request", "The request is not valid JSON.", { cause });
  }
}

/**
 * Counts brackets outside strings before anything is built of them. Strings are passed over by hand: a pattern keeps a
 * place on its stack for each of their characters, and a file in one is millions.
 * @throws TracepressError `invalid_request`.
 */
function refuseDeep(text: string, limit: number): void {
  const mark = /["[\]{}]/g;
  let depth = 0;
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    const [sign] = found;
    if (sign === '"') mark.lastIndex = stringEnd(text, found.index);
    else depth += sign === "[" || sign === "{" ? 1 : -1;
    if (depth > limit) {
      throw new TracepressError("invalid_request", `The JSON is nested more than ${limit} levels deep.`);
    }
  }
}

/** The index behind a string's closing quote. @param begin of its opening one. */
function stringEnd(text: string, begin: number): number {
  for (let at = text.indexOf('"', begin + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    if (!isEscaped(text, at)) return at + 1;
  }
  return text.length;
}

/** Whether an odd number of backslashes stands before it. */
function isEscaped(text: string, at: number): boolean {
  let first = at;
  while (text[first - 1] === "\\") first--;
  return (at - first) % 2 === 1;
}

function checked<Schema extends z.ZodType>(value: unknown, schema: Schema, code: ErrorCode): z.infer<Schema> {
  const parsed = schema.safeParse(value, { error: sentenceOf });
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.slice(0, 50).map(({ path, message }) => ({ path: path.join("."), message }));
  const sentence = fields.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join(" ");
  throw new TracepressError(parsed.error.issues.some(isTooMany) ? "too_large" : code, sentence, { fields });
}

/** More items than a batch holds. */
const isTooMany = (issue: z.core.$ZodIssue): boolean =>
  issue.code === "too_big" && issue.origin === "array" && issue.path.join() === "items";
