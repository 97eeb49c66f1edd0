import { randomUUID } from "node:crypto";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import type { SlideParts } from "../embed";
import { frameParts, relationshipsXml, slideName, slideRelationshipsName } from "./parts";
import { type Part, type Skeleton, skeletonOf } from "./skeleton";
import { type Packed, packed, ZipFile } from "./zip";

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

/**
 * Writes a deck slide by slide into one ZIP on disk, which appears whole at `finish` or not at all. Nothing of a slide
 * stays in memory once the next but one is added; each media file is written once.
 */
export class PackageWriter {
  private readonly media = new Set<string>();
  private slides = 0;
  private relationships = 0;
  private bytes = 0;
  /** The last slide's relationships, which the next one mostly shares: most slides lead to the layout alone. */
  private last: { relations: string; packed: Packed } | null = null;
  /** The last slide's parts on their way into the ZIP; rejected for good once something cannot be written. */
  private adding: Promise<void> = Promise.resolve();

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
   * Adds the next slide. Resolves when the one before it is in the ZIP, so that a caller who waits makes the next slide
   * while this one is compressed, and holds two of them.
   * @throws what `signal` was aborted with; Error when this or an earlier slide cannot be written.
   */
  async addSlide(parts: SlideParts): Promise<void> {
    await this.adding;
    this.signal?.throwIfAborted();
    this.adding = this.write(parts);
    // Whoever adds the next slide or finishes hears of it.
    this.adding.catch(() => undefined);
  }

  /** Adds what frames the slides and puts the deck in its place. @throws as `addSlide`. */
  async finish(): Promise<PackageTrace> {
    await this.adding;
    const framing = performance.now();
    const frame = frameParts(this.skeleton.presentation, this.title, this.slides);
    for (const { name, content } of [...this.skeleton.parts, ...frame] as Part[]) {
      if (name.endsWith(".rels")) this.relationships += content.split("<Relationship ").length - 1;
      await this.add(name, Buffer.from(content));
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
        content_types: frame.at(-1)?.content.split("ContentType=").length ?? 1,
      },
    };
  }

  /** Gives the deck up and removes what was written. */
  async abandon(): Promise<void> {
    await Promise.allSettled([this.adding]);
    await this.zip.close();
    await rm(this.temporary, { force: true });
  }

  private async write({ xml, relationships, media }: SlideParts): Promise<void> {
    const number = ++this.slides;
    this.relationships += relationships.length;
    for (const { sha256, extension, bytes } of media) {
      const name = `ppt/media/${sha256.slice(0, 32)}.${extension}`;
      if (this.media.has(name)) continue;
      this.media.add(name);
      await this.add(name, bytes);
    }
    await this.add(slideName(number), xml);
    await this.addRelations(slideRelationshipsName(number), relationshipsXml(relationships));
  }

  private async addRelations(name: string, relations: string): Promise<void> {
    if (this.last?.relations !== relations) {
      this.last = { relations, packed: await packed(Buffer.from(relations), false) };
    }
    await this.put(name, this.last.packed);
  }

  private async add(name: string, content: Uint8Array): Promise<void> {
    await this.put(name, await packed(content, compressedAlready.test(name)));
  }

  private async put(name: string, content: Packed): Promise<void> {
    this.signal?.throwIfAborted();
    this.bytes += content.size;
    await this.zip.add(name, content);
  }
}
