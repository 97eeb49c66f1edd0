import { Readable } from "node:stream";
import { Busboy, type BusboyInstance } from "@fastify/busboy";
import { TracepressError } from "@/lib/errors";
import type { BlobStore } from "./blobs";
import { safeLabel } from "./names";

/** A file that came inside a request; `key` is its blob. */
export interface Part {
  name: string;
  key: string;
}

export interface MultipartBody {
  /** The text of the field `request`. */
  request: string;
  /** By the file name the client gave. */
  files: Map<string, Part>;
}

export interface MultipartLimits {
  files: number;
  fileBytes: number;
  fieldBytes: number;
}

/**
 * Reads a `multipart/form-data` body (RFC 7578), each file straight to disk. The field `request` may come as a file, as
 * browsers send JSON that is one.
 * @throws TracepressError `invalid_request` when it is malformed, has no field `request`, two of them or one in another
 * encoding than UTF-8, two files of one name or an empty one; `too_large` past a limit.
 */
export async function readMultipart(
  source: AsyncIterable<Uint8Array>,
  contentType: string,
  blobs: BlobStore,
  limits: MultipartLimits,
): Promise<MultipartBody> {
  const parser = parserFor(contentType, limits);
  const files = new Map<string, Part>();
  const streams: Readable[] = [];
  const writes: Promise<void>[] = [];
  let request: string | null = null;
  const input = Readable.from(source, { objectMode: false });
  await new Promise<void>((resolve, reject) => {
    const fail = (error: Error) => {
      input.unpipe(parser);
      pourAway(input, limits.fileBytes);
      for (const stream of streams) stream.destroy(error);
      reject(error);
    };
    const take = (text: string) => {
      if (request !== null) throw twoRequests();
      request = text;
    };
    parser.on("field", (field, value, _nameTruncated, valueTruncated) => {
      if (field !== "request") return;
      if (valueTruncated) return fail(longRequest());
      if (value.includes(lost)) return fail(otherEncoding());
      if (request !== null) return fail(twoRequests());
      take(value);
    });
    parser.on("file", (field, stream, filename) => {
      // One that is written already has nobody else who would hear that another one fails.
      stream.on("error", () => undefined);
      streams.push(stream);
      if (field === "request") {
        const read = textOf(stream, Math.min(limits.fieldBytes, limits.fileBytes)).then(take);
        read.catch(fail);
        writes.push(read);
        return;
      }
      const given = filename ?? "";
      const name = safeLabel(given, "picture");
      if (files.has(given)) return fail(twice(name));
      const part = { name, key: "" };
      files.set(given, part);
      if (files.size > limits.files) return fail(tooMany(limits.files));
      const write = blobs.writeStream(stream, limits.fileBytes, name).then(({ key, size }) => {
        if (size === 0) throw empty(name);
        part.key = key;
      });
      write.catch(fail);
      writes.push(write);
    });
    parser.on("filesLimit", () => fail(tooMany(limits.files)));
    parser.on("error", (cause) => fail(malformed(cause)));
    parser.on("finish", () => resolve());
    input.on("error", (cause) => fail(malformed(cause)));
    input.pipe(parser);
  }).catch(async (error: unknown) => {
    // Half-written files are gone before the answer is given.
    await Promise.allSettled(writes);
    throw error;
  });
  await Promise.all(writes);
  if (request === null) {
    throw new TracepressError("invalid_request", "The multipart body has no field request with the JSON of the batch.");
  }
  return { request, files };
}

function parserFor(contentType: string, limits: MultipartLimits): BusboyInstance {
  try {
    return new Busboy({
      headers: { "content-type": contentType },
      preservePath: true,
      // One byte more than is taken, so that the blob store sees what is too large and names it.
      // The request may be one more file.
      limits: { files: limits.files + 1, fileSize: limits.fileBytes + 1, fieldSize: limits.fieldBytes, fields: 20 },
    });
  } catch (cause) {
    throw malformed(cause);
  }
}

/** Reads on for `most` bytes: a client that is cut off while it sends does not hear why, and loses its connection. */
function pourAway(input: Readable, most: number): void {
  let size = 0;
  input.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size > most) input.destroy();
  });
}

/** @throws TracepressError `too_large` past `limit` bytes, `invalid_request` for another encoding than UTF-8. */
async function textOf(stream: AsyncIterable<Uint8Array>, limit: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > limit) throw longRequest();
    chunks.push(chunk);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw otherEncoding();
  }
}

/** What the parser puts where bytes are no letter. */
const lost = "\uFFFD";

const otherEncoding = () =>
  new TracepressError("invalid_request", "The field request is not in UTF-8. Send it in that encoding.");
const longRequest = () => new TracepressError("too_large", "The field request is larger than is taken.");
const twoRequests = () =>
  new TracepressError("invalid_request", "The field request came twice. Send one, with all items in it.");
const empty = (name: string) => new TracepressError("invalid_request", `${name} is empty: no bytes arrived.`);
const twice = (name: string) =>
  new TracepressError(
    "invalid_request",
    `Two files are called ${name}. Give each its own name, so that items can say which.`,
  );
const tooMany = (limit: number) => new TracepressError("too_large", `At most ${limit} files are taken at once.`);
const malformed = (cause: unknown) =>
  new TracepressError("invalid_request", "The multipart body ends too early or is malformed.", { cause });
