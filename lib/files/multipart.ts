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
 * Reads a `multipart/form-data` body (RFC 7578), each file straight to disk.
 * @throws TracepressError `invalid_request` when it is malformed, has no field `request` or one in another encoding than
 * UTF-8, two files of one name or an empty one; `too_large` past a limit.
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
      input.destroy();
      for (const stream of streams) stream.destroy(error);
      reject(error);
    };
    parser.on("field", (field, value, _nameTruncated, valueTruncated) => {
      if (field !== "request") return;
      if (valueTruncated) fail(new TracepressError("too_large", "The field request is larger than is taken."));
      if (value.includes(lost)) fail(otherEncoding());
      request = value;
    });
    parser.on("file", (_field, stream, filename) => {
      const given = filename ?? "";
      const name = safeLabel(given, "picture");
      if (files.has(given)) return fail(twice(name));
      const part = { name, key: "" };
      files.set(given, part);
      streams.push(stream);
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
      limits: { files: limits.files, fileSize: limits.fileBytes + 1, fieldSize: limits.fieldBytes, fields: 20 },
    });
  } catch (cause) {
    throw malformed(cause);
  }
}

/** What the parser puts where bytes are no letter. */
const lost = "\uFFFD";

const otherEncoding = () =>
  new TracepressError("invalid_request", "The field request is not in UTF-8. Send it in that encoding.");
const empty = (name: string) => new TracepressError("invalid_request", `${name} is empty: no bytes arrived.`);
const twice = (name: string) =>
  new TracepressError(
    "invalid_request",
    `Two files are called ${name}. Give each its own name, so that items can say which.`,
  );
const tooMany = (limit: number) => new TracepressError("too_large", `At most ${limit} files are taken at once.`);
const malformed = (cause: unknown) =>
  new TracepressError("invalid_request", "The multipart body ends too early or is malformed.", { cause });
