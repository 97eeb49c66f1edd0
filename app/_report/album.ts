import type { Db } from "@/db/client";
import { artifactRow, pagePicture, type StoredPicture, smallCopy } from "@/lib/batch/artifact";
import type { ItemView } from "@/lib/contracts/status";
import { TracepressError } from "@/lib/errors";
import type { BlobStore } from "@/lib/files/blobs";
import { html, type Markup } from "./markup";

/** A picture larger than this is left out. */
const mostOfOne = 400_000;
/** Bytes of all pictures together, before they are written as text. */
const mostOfAll = 16_000_000;
/** Pixels across of a page that is shown. */
const pageWidth = 640;

/** Puts pictures of a batch into its report itself, as long as there is room. */
export class Album {
  private bytes = 0;
  /** Pictures there was no room for. */
  left = 0;

  constructor(
    private readonly rooms: { db: Db; blobs: BlobStore },
    private readonly batchId: string,
  ) {}

  /** A picture of a page by the name it has among the batch's files; null where there is none. */
  async page(name: string, title: string, alt: string): Promise<Markup | null> {
    const { db, blobs } = this.rooms;
    const stored = await pagePicture(db, blobs, this.batchId, name).catch(noneOnly);
    return stored && this.figure(stored.mediaType, await this.bytesOf(stored), title, alt);
  }

  /** What came out of an item, smaller. */
  async output(item: ItemView, title: string, alt: string): Promise<Markup | null> {
    const named = item.artifacts.find(({ media_type }) => media_type.startsWith("image/"));
    if (!named) return null;
    const stored = artifactRow(this.rooms.db, this.batchId, named.name);
    const isPng = stored.mediaType === "image/png";
    const bytes = isPng ? (await smallCopy(this.rooms.blobs, stored, pageWidth)).bytes : await this.bytesOf(stored);
    return this.figure(stored.mediaType, bytes, title, alt);
  }

  private async bytesOf({ blob, size }: StoredPicture): Promise<Buffer | null> {
    return size > mostOfOne ? null : this.rooms.blobs.read(blob);
  }

  private figure(type: string, bytes: Buffer | null, title: string, alt: string): Markup | null {
    if (bytes === null || bytes.length > mostOfOne || this.bytes + bytes.length > mostOfAll) {
      this.left++;
      return null;
    }
    this.bytes += bytes.length;
    const src = `data:${type};base64,${bytes.toString("base64")}`;
    return html`<figure><figcaption>${title}</figcaption><img src="${src}" alt="${alt}" loading="lazy"></figure>`;
  }
}

/** A page without this picture is none of a failure; anything else is. */
function noneOnly(thrown: unknown): null {
  if (thrown instanceof TracepressError && thrown.code === "not_found") return null;
  throw thrown;
}
