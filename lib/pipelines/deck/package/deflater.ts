import { constants, createDeflateRaw } from "node:zlib";

/** Higher ones take half as long again and save a fiftieth. */
const level = 5;
/** What ends a stream of RFC 1951: a last block with nothing in it. */
const ending = Buffer.from([0x03, 0x00]);

/**
 * Compresses content after content, each to a stream of its own (RFC 1951), in another thread. All go through one
 * compressor, which forgets what it has seen after each (zlib's full flush, at the border of a byte): to make one for
 * each takes longer than compressing what an icon's slide has.
 */
export class Deflater {
  private readonly stream = createDeflateRaw({ level, flush: constants.Z_FULL_FLUSH, chunkSize: 512 * 1024 });
  /** Of the content that is being compressed. */
  private blocks: Buffer[] = [];

  constructor() {
    this.stream.on("data", (block: Buffer) => this.blocks.push(block));
    // Whoever waits for a content hears of it.
    this.stream.on("error", () => undefined);
  }

  /** Contents that come while one is compressed wait for it. @throws Error when it was closed meanwhile. */
  deflate(content: Uint8Array): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      this.stream.write(content, (error) => {
        // One that is closed meanwhile calls back as if all were there.
        if (error || this.stream.destroyed) return reject(error ?? new Error("The ZIP was closed."));
        const body = Buffer.concat([...this.blocks, ending]);
        this.blocks = [];
        resolve(body);
      });
    });
  }

  /** Gives up what is not compressed yet. */
  close(): void {
    this.stream.destroy();
  }
}
