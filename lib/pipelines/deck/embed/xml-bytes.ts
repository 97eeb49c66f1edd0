/** Room there is at first; doubled whenever it is full. */
const firstRoom = 64 * 1024;
/** A UTF-16 unit takes at most so many bytes in UTF-8. */
const mostBytes = 3;
/** Digits of an integer and its sign. */
const longestInteger = 16;
const [minus, zero] = [0x2d, 0x30];

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

  /** What stays the same from place to place, as its bytes: it need not be put into UTF-8 each time. */
  addBytes(bytes: Uint8Array): void {
    const needed = this.written + bytes.length;
    if (needed > this.room.length) this.grow(needed);
    this.room.set(bytes, this.written);
    this.written = needed;
  }

  /** An integer of at most 15 digits. */
  addInteger(value: number): void {
    const needed = this.written + longestInteger;
    if (needed > this.room.length) this.grow(needed);
    if (value < 0) this.room[this.written++] = minus;
    let rest = Math.abs(value);
    let end = this.written + 1;
    for (let least = 10; least <= rest; least *= 10) end++;
    this.written = end;
    do {
      const tenth = Math.floor(rest / 10);
      this.room[--end] = zero + (rest - 10 * tenth);
      rest = tenth;
    } while (rest > 0);
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
