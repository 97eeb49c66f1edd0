import { randomUUID } from "node:crypto";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { SlideParts } from "../embed";
import { frameParts, relationshipsXml, slideName, slideRelationshipsName } from "./parts";
import { type Part, type Skeleton, skeletonOf } from "./skeleton";
import { type Packed, ZipFile } from "./zip";

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

const compressedAlready = /\.(png|jpeg|gif)$/;
/** Bytes of slides that may be on their way into the ZIP when one more is added. */
const mostWaiting = 2 * 1024 * 1024;

const countOf = (mark: string, text: string): number => text.split(mark).length - 1;

/** A part and what it is compressed to. */
interface Packing {
  name: string;
  packed: Promise<Packed>;
}

/**
 * Writes a deck slide by slide into one ZIP on disk, which appears whole at `finish` or not at all. Few slides are in
 * memory, and of large ones two; each media file is written once.
 */
export class PackageWriter {
  private readonly media = new Set<string>();
  private slides = 0;
  private relationships = 0;
  private bytes = 0;
  /** The last slide's relationships, which the next one mostly shares: most slides lead to the layout alone. */
  private last: { relations: string; packed: Promise<Packed> } | null = null;
  /** All slides so far on their way into the ZIP; rejected for good once something cannot be written. */
  private adding: Promise<void> = Promise.resolve();
  /** Bytes of those that are not in it yet, and the reason when one will never be. */
  private waiting = 0;
  private failure: { reason: unknown } | null = null;

  private constructor(
    private readonly target: string,
    private readonly temporary: string,
    private readonly title: string,
    private readonly skeleton: Skeleton,
    private readonly zip: ZipFile,
    private readonly begun: number,
    private readonly creating: number,
    private readonly signal?: AbortSignal,
  ) {}

  /**
   * @param target path of the deck; its folder is made.
   * @param size of all slides in EMU.
   * @throws Error when no file can be made there.
   */
  static async open(
    target: string,
    { width, height, title }: { width: number; height: number; title: string },
    signal?: AbortSignal,
  ): Promise<PackageWriter> {
    const begun = performance.now();
    const skeleton = await skeletonOf({ width, height });
    await mkdir(dirname(target), { recursive: true });
    const temporary = `${target}.${randomUUID()}.part`;
    const zip = await ZipFile.open(temporary);
    return new PackageWriter(target, temporary, title, skeleton, zip, begun, performance.now() - begun, signal);
  }

  /**
   * Adds the next slide. Resolves while it is compressed, so that a caller makes the next one meanwhile; slides that come
   * faster than they are compressed wait here.
   * @throws what `signal` was aborted with; Error when an earlier slide cannot be written.
   */
  async addSlide(parts: SlideParts): Promise<void> {
    if (this.waiting > mostWaiting) await this.adding;
    if (this.failure !== null) throw this.failure.reason;
    this.signal?.throwIfAborted();
    const bytes = parts.media.reduce((sum, { bytes }) => sum + bytes.length, parts.xml.length);
    this.waiting += bytes;
    const packing = this.packing(parts);
    this.adding = this.adding.then(() => this.write(packing, bytes));
    // Whoever adds the next slide or finishes hears of it.
    this.adding.catch((reason: unknown) => {
      this.failure = { reason };
    });
    // The compressor tells of each part that is done by the event loop, which a caller that waits for nothing never enters.
    await setImmediate();
  }

  /** Adds what frames the slides and puts the deck in its place. @throws as `addSlide`. */
  async finish(): Promise<PackageTrace> {
    await this.adding;
    const framing = performance.now();
    const frame = frameParts(this.skeleton.presentation, this.title, this.slides);
    for (const { name, content } of [...this.skeleton.parts, ...frame] as Part[]) {
      if (name.endsWith(".rels")) this.relationships += countOf("<Relationship ", content);
      await this.put(this.packingOf(name, Buffer.from(content)));
    }
    const writing = performance.now();
    const size = await this.zip.finish();
    await this.zip.close();
    await rename(this.temporary, this.target);
    const end = performance.now();
    return {
      package_creation_ms: this.creating + writing - framing,
      file_write_ms: end - writing,
      package_size_bytes: size,
      slides_count: this.slides,
      compression_ratio: this.bytes / size,
      total_time_ms: end - this.begun,
      zip_structure: {
        slides: this.slides,
        relationships: this.relationships,
        media_files: this.media.size,
        content_types: countOf("ContentType=", frame[frame.length - 1].content),
      },
    };
  }

  /** Gives the deck up and removes what was written. */
  async abandon(): Promise<void> {
    await Promise.allSettled([this.adding]);
    await this.zip.close();
    await rm(this.temporary, { force: true });
  }

  /** A slide's parts that are not in the ZIP yet, in order, each being compressed. */
  private packing({ xml, relationships, media }: SlideParts): Packing[] {
    const number = ++this.slides;
    this.relationships += relationships.length;
    const parts: Packing[] = [];
    for (const { sha256, extension, bytes } of media) {
      const name = `ppt/media/${sha256.slice(0, 32)}.${extension}`;
      if (this.media.has(name)) continue;
      this.media.add(name);
      parts.push(this.packingOf(name, bytes));
    }
    parts.push(this.packingOf(slideName(number), xml));
    parts.push(this.packingRelations(slideRelationshipsName(number), relationshipsXml(relationships)));
    return parts;
  }

  private packingRelations(name: string, relations: string): Packing {
    if (this.last?.relations !== relations) {
      this.last = { relations, packed: this.packingOf(name, Buffer.from(relations)).packed };
    }
    return { name, packed: this.last.packed };
  }

  private packingOf(name: string, content: Uint8Array): Packing {
    const packed = this.zip.pack(content, compressedAlready.test(name));
    // Whoever puts it into the ZIP hears of it.
    packed.catch(() => undefined);
    return { name, packed };
  }

  private async write(parts: readonly Packing[], bytes: number): Promise<void> {
    for (const part of parts) await this.put(part);
    this.waiting -= bytes;
  }

  private async put({ name, packed }: Packing): Promise<void> {
    const content = await packed;
    this.signal?.throwIfAborted();
    this.bytes += content.size;
    await this.zip.add(name, content);
  }
}
