import { createHash } from "node:crypto";
import type { SlideMedia } from "../slide";

/** A relationship of the slide's part; targets of pictures are relative to `ppt/slides`. */
export interface Relationship {
  id: string;
  type: string;
  target: string;
  external: boolean;
}

/** A media file of the deck; the same bytes have the same name in every deck. */
export interface MediaFile {
  sha256: string;
  extension: string;
  bytes: Uint8Array;
}

const base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const extensions = { "image/png": "png", "image/jpeg": "jpeg", "image/gif": "gif", "image/svg+xml": "svg" } as const;
const schemes = new Set(["http:", "https:", "mailto:"]);
/** Longer ones are refused by PowerPoint. */
const longestLink = 2_079;

/** The slide's relationships as they are asked for; what is asked for twice is one. */
export class Relations {
  readonly list: Relationship[] = [
    { id: "rId1", type: `${base}/slideLayout`, target: "../slideLayouts/slideLayout1.xml", external: false },
  ];
  private readonly known = new Map<string, string>();
  private readonly files = new Map<string, MediaFile>();

  constructor(private readonly media: readonly SlideMedia[]) {}

  /** Media files that were asked for. */
  get used(): MediaFile[] {
    return [...this.files.values()];
  }

  /** Id of the relationship to the slide's media of that index. */
  picture(index: number): string {
    const { bytes, mediaType } = this.media[index];
    const file = this.fileOf(bytes, extensions[mediaType]);
    return this.add(`${base}/image`, `../media/${file.sha256.slice(0, 32)}.${file.extension}`, false);
  }

  /** Id of the relationship to an address; null for one that a deck must not open. */
  link(address: string): string | null {
    const safe = safeLink(address);
    return safe === null ? null : this.add(`${base}/hyperlink`, safe, true);
  }

  private fileOf(bytes: Uint8Array, extension: string): MediaFile {
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const file = this.files.get(sha256) ?? { sha256, extension, bytes };
    this.files.set(sha256, file);
    return file;
  }

  private add(type: string, target: string, external: boolean): string {
    const key = `${type} ${target}`;
    let id = this.known.get(key);
    if (!id) {
      id = `rId${this.list.length + 1}`;
      this.list.push({ id, type, target, external });
      this.known.set(key, id);
    }
    return id;
  }
}

/** The address as the URL standard writes it, which readers of the package can read too; null for one it refuses. */
function safeLink(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, href } = new URL(address);
  return schemes.has(protocol) && href.length <= longestLink ? href : null;
}
