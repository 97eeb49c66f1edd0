import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { pipeline } from "node:stream/promises";
import { ZipArchive } from "archiver";
import type { SlideParts } from "../embed";
import { frameParts, relationshipsXml, slideName, slideRelationshipsName } from "./parts";
import { type Part, type Skeleton, skeletonOf } from "./skeleton";

/** What `package_trace` of the wire contract holds; all of it measured. Times in milliseconds. */
export interface PackageTrace {
  package_creation_ms: number;
  file_write_ms: number;
  package_size_bytes: number;
  slides_count: number;
  /** Bytes of all parts before compression by bytes of the package. */
  compression_ratio: number;
  total_time_ms: number;
  zip_structure: { slides: number; relationships: number; media_files: number; content_types: number };
}

/** The earliest date a ZIP can hold; one date for all parts, so that the same slides give the same bytes. */
const date = new Date(Date.UTC(1980, 0, 1));
const compressedAlready = /\.(png|jpeg|gif)$/;

/**
 * Writes a deck slide by slide into one ZIP on disk, which appears whole at `finish` or not at all. Nothing of a slide
 * stays in memory; each media file is written once.
 */
export class PackageWriter {
  private readonly begun = performance.now();
  private readonly archive = new ZipArchive({ zlib: { level: 6 } });
  private readonly temporary: string;
  private written: Promise<void> | null = null;
  private readonly media = new Set<string>();
  private slides = 0;
  private relationships = 0;
  private bytes = 0;
  private waiting: ((error?: Error) => void) | null = null;
  /** Why nothing more can be written; whatever is asked after it fails with it. */
  private failure: Error | null = null;
  private creating = 0;

  private constructor(
    private readonly target: string,
    private readonly title: string,
    private readonly skeleton: Skeleton,
    private readonly signal?: AbortSignal,
  ) {
    this.temporary = `${target}.${randomUUID()}.part`;
    this.archive.on("entry", () => this.settle());
    this.archive.on("error", (error: Error) => this.fail(error));
  }

  /**
   * @param target path of the deck; its folder is made.
   * @param size of all slides in EMU.
   */
  static async open(
    target: string,
    { width, height, title }: { width: number; height: number; title: string },
    signal?: AbortSignal,
  ): Promise<PackageWriter> {
    const skeleton = await skeletonOf({ width, height });
    await mkdir(dirname(target), { recursive: true });
    const writer = new PackageWriter(target, title, skeleton, signal);
    writer.written = pipeline(writer.archive, createWriteStream(writer.temporary, { flags: "wx" }), { signal });
    writer.written.catch((error: Error) => writer.fail(error));
    writer.creating = performance.now() - writer.begun;
    return writer;
  }

  /** Adds the next slide; resolves when it has been compressed, so that a caller who waits holds one slide only. */
  async addSlide({ xml, relationships, media }: SlideParts): Promise<void> {
    const number = ++this.slides;
    this.relationships += relationships.length;
    for (const { sha256, extension, bytes } of media) {
      const name = `ppt/media/${sha256.slice(0, 32)}.${extension}`;
      if (this.media.has(name)) continue;
      this.media.add(name);
      await this.add(name, bufferOf(bytes));
    }
    await this.add(slideName(number), bufferOf(xml));
    await this.add(slideRelationshipsName(number), Buffer.from(relationshipsXml(relationships)));
  }

  /** Adds what frames the slides and puts the deck in its place. */
  async finish(): Promise<PackageTrace> {
    const framing = performance.now();
    const frame = frameParts(this.skeleton.presentation, this.title, this.slides);
    for (const { name, content } of [...this.skeleton.parts, ...frame] as Part[]) {
      if (name.endsWith(".rels")) this.relationships += content.split("<Relationship ").length - 1;
      await this.add(name, Buffer.from(content));
    }
    const writing = performance.now();
    await Promise.all([this.archive.finalize(), this.written]);
    await rename(this.temporary, this.target);
    const { size } = await stat(this.target);
    const end = performance.now();
    return {
      package_creation_ms: this.creating + writing - framing,
      file_write_ms: end - writing,
      package_size_bytes: size,
      slides_count: this.slides,
      compression_ratio: size ? this.bytes / size : 0,
      total_time_ms: end - this.begun,
      zip_structure: {
        slides: this.slides,
        relationships: this.relationships,
        media_files: this.media.size,
        content_types: frame.at(-1)?.content.split("ContentType=").length ?? 1,
      },
    };
  }

  /** Gives the deck up and removes what was written. */
  async abandon(): Promise<void> {
    this.archive.destroy();
    await this.written?.catch(() => {});
    await rm(this.temporary, { force: true });
  }

  private add(name: string, content: Buffer): Promise<void> {
    this.signal?.throwIfAborted();
    if (this.failure) return Promise.reject(this.failure);
    this.bytes += content.length;
    return new Promise((resolve, reject) => {
      this.waiting = (error) => (error ? reject(error) : resolve());
      this.archive.append(content, { name, date, mode: 0o644, store: compressedAlready.test(name) });
    });
  }

  private settle(error?: Error): void {
    const waiting = this.waiting;
    this.waiting = null;
    waiting?.(error);
  }

  private fail(error: Error): void {
    this.failure ??= error;
    this.settle(this.failure);
  }
}

/** The same bytes, not copied. */
function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
