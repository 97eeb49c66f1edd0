/** Room there is at first; doubled whenever it is full. */
const firstRoom = 64 * 1024;
/** A UTF-16 unit takes at most so many bytes in UTF-8. */
const mostBytes = 3;

/** XML as its bytes in UTF-8, written piece by piece: the text of a large slide as one string takes three times as much. */
export class XmlBytes {
  // Of its own, not of Node's shared pool: it may be handed to another thread whole.
  private room = Buffer.allocUnsafeSlow(firstRoom);
  private written = 0;

  /** Bytes written so far. */
  get length(): number {
    return this.written;
  }

  add(text: string): void {
    const needed = this.written + text.length * mostBytes;
    if (needed > this.room.length) this.grow(needed);
    this.written += this.room.write(text, this.written);
  }

  /** All that was written; shares its memory, so nothing may be added after. */
  bytes(): Buffer {
    return this.room.subarray(0, this.written);
  }

  private grow(needed: number): void {
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, 2 * this.room.length));
    this.room.copy(larger, 0, 0, this.written);
    this.room = larger;
  }
}
