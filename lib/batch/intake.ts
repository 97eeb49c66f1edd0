import type { Db } from "@/db/client";
import type { BatchKind } from "@/lib/contracts/status";
import { asTracepressError, TracepressError } from "@/lib/errors";
import type { BlobStore } from "@/lib/files/blobs";
import { dataUrlBytes, isDataUrl } from "@/lib/files/data-url";
import type { Part } from "@/lib/files/multipart";
import { lastPartOf, safeLabel } from "@/lib/files/names";
import { partialUpload } from "@/lib/files/resumable/partial-upload";
import { wholeUpload } from "@/lib/files/uploads";

/** A file of an item: its name for people, and its blob or the address it will be fetched from; neither of a prompt. */
export interface Source {
  name: string;
  key: string;
  url: string | null;
}

export interface IntakeRooms {
  db: Db;
  /** Whose uploads may be named. */
  ownerId: string;
  blobs: BlobStore;
  maxFileBytes: number;
}

/** Where a request names a file. */
export interface FilePlace {
  /** As a sentence begins with it. */
  what: string;
  /** Of the field, dotted. */
  path: string;
  /** What a file without a name is called. */
  nameless: string;
}

/**
 * Finds the file behind what a body calls `file`: an upload's id, an http(s) or `data:` URL, or the name of a part.
 * @throws TracepressError `invalid_request` that names the place when nothing matches.
 */
export async function resolveSource(
  { db, ownerId, blobs, maxFileBytes }: IntakeRooms,
  file: string,
  place: FilePlace,
  parts: Map<string, Part>,
): Promise<Source> {
  const part = parts.get(file);
  if (part) return { ...part, url: null };
  if (isDataUrl(file)) {
    const { key } = await blobs.write(dataOf(file, maxFileBytes, place));
    return { name: place.nameless, key, url: null };
  }
  const upload = wholeUpload(db, ownerId, file);
  if (upload) return { name: upload.name, key: upload.blob, url: null };
  if (/^https?:/i.test(file)) return { name: nameIn(file, place), key: "", url: file };
  if (partialUpload(db, ownerId, file))
    throw refused(place, `upload ${file} is not finished. Send the rest of it first.`);
  const [scheme] = otherScheme.exec(file) ?? [];
  if (scheme) throw refused(place, `${scheme} addresses are not fetched; give one of http: or https:.`);
  const sentence = `“${shown(file)}” is no file_id of an upload, no URL and no file of this request. Upload it first.`;
  throw refused(place, sentence);
}

/** Of an address that nothing is fetched from; a letter alone is a drive's. */
const otherScheme = /^[a-z][a-z\d+.-]+:(?=\/\/|[a-z]+:\/\/)/i;

const shown = (file: string): string => (file.length > 80 ? `${file.slice(0, 80)}…` : file);

function refused({ what, path }: FilePlace, sentence: string): TracepressError {
  const message = `${what}: ${sentence}`;
  return new TracepressError("invalid_request", message, { fields: [{ path, message }] });
}

/** @throws TracepressError of the `data:` URL, with the field that it stands in. */
function dataOf(url: string, limit: number, { what, path }: FilePlace): Buffer {
  try {
    return dataUrlBytes(url, limit, what);
  } catch (cause) {
    const { code, message } = asTracepressError(cause);
    throw new TracepressError(code, message, { cause, fields: [{ path, message }] });
  }
}

/** What a file without a name is called, by its place from 0. */
export const namelessFile = (kind: BatchKind, index: number): string =>
  `${kind === "deck" ? "slide" : "picture"}-${index + 1}`;

/** Letters of a prompt that an item is called by. */
const spokenLength = 40;

/** What stands for the file of an item that has none: it is called by the first words of its prompt. */
export function promptAlone(prompt: string, index: number): Source {
  const words = prompt.trim().replace(/\s+/g, " ");
  const short = words.length > spokenLength ? words.slice(0, spokenLength).replace(/\s+\S*$/, "") : words;
  return { name: safeLabel(short, `page-${index + 1}`), key: "", url: null };
}

/** The last part of an address's path, as a name for people. */
function nameIn(address: string, place: FilePlace): string {
  if (!URL.canParse(address)) throw refused(place, `“${shown(address)}” is no address that can be read.`);
  return safeLabel(lastPartOf(new URL(address)), place.nameless);
}
