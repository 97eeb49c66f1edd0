import type { Db } from "@/db/client";
import { asTracepressError, TracepressError } from "@/lib/errors";
import type { BlobStore } from "@/lib/files/blobs";
import { dataUrlBytes, isDataUrl } from "@/lib/files/data-url";
import type { Part } from "@/lib/files/multipart";
import { lastPartOf, safeLabel } from "@/lib/files/names";
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

/**
 * Finds the file behind what a body calls `file`: an upload's id, an http(s) or `data:` URL, or the name of a part.
 * @param index of the item, from 0.
 * @throws TracepressError `invalid_request` that names the item when nothing matches.
 */
export async function resolveSource(
  { db, ownerId, blobs, maxFileBytes }: IntakeRooms,
  file: string,
  index: number,
  parts: Map<string, Part>,
): Promise<Source> {
  const what = `Item ${index + 1}`;
  const part = parts.get(file);
  if (part) return { ...part, url: null };
  if (isDataUrl(file)) {
    const { key } = await blobs.write(dataOf(file, maxFileBytes, index));
    return { name: `picture-${index + 1}`, key, url: null };
  }
  const upload = wholeUpload(db, ownerId, file);
  if (upload) return { name: upload.name, key: upload.blob, url: null };
  if (/^https?:/i.test(file)) return { name: nameIn(file, index), key: "", url: file };
  const shown = file.length > 80 ? `${file.slice(0, 80)}…` : file;
  const message = `${what}: “${shown}” is no file_id of an upload, no URL and no file of this request. Upload it first.`;
  throw new TracepressError("invalid_request", message, { fields: [{ path: `items.${index}.file`, message }] });
}

/** @throws TracepressError of the `data:` URL, with the field that it stands in. */
function dataOf(url: string, limit: number, index: number): Buffer {
  try {
    return dataUrlBytes(url, limit, `Item ${index + 1}`);
  } catch (cause) {
    const { code, message } = asTracepressError(cause);
    throw new TracepressError(code, message, { cause, fields: [{ path: `items.${index}.file`, message }] });
  }
}

/** Letters of a prompt that an item is called by. */
const spokenLength = 40;

/** What stands for the file of an item that has none: it is called by the first words of its prompt. */
export function promptAlone(prompt: string, index: number): Source {
  const words = prompt.trim().replace(/\s+/g, " ");
  const short = words.length > spokenLength ? words.slice(0, spokenLength).replace(/\s+\S*$/, "") : words;
  return { name: safeLabel(short, `page-${index + 1}`), key: "", url: null };
}

/** The last part of an address's path, as a name for people. */
function nameIn(address: string, index: number): string {
  const fallback = `file-${index + 1}`;
  if (!URL.canParse(address)) {
    const message = `Item ${index + 1}: “${address.slice(0, 80)}” is no address that can be read.`;
    throw new TracepressError("invalid_request", message, { fields: [{ path: `items.${index}.file`, message }] });
  }
  return safeLabel(lastPartOf(new URL(address)), fallback);
}
