/**
 * One table of a FlatBuffer, read where it lies (https://flatbuffers.dev/internals): a table begins with the distance
 * back to its list of field offsets; an offset of 0 is a field left at its default. Little endian throughout.
 */
export class Table {
  constructor(
    private readonly view: DataView,
    private readonly start: number,
  ) {}

  /** The table that a whole buffer holds. */
  static root(bytes: Uint8Array): Table {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return new Table(view, view.getUint32(0, true));
  }

  private place(field: number): number {
    const list = this.start - this.view.getInt32(this.start, true);
    if (4 + 2 * field >= this.view.getUint16(list, true)) return 0;
    const offset = this.view.getUint16(list + 4 + 2 * field, true);
    return offset && this.start + offset;
  }

  private follow(at: number): number {
    return at + this.view.getUint32(at, true);
  }

  int(field: number): number {
    const at = this.place(field);
    return at ? this.view.getInt32(at, true) : 0;
  }

  byte(field: number): number {
    const at = this.place(field);
    return at ? this.view.getInt8(at) : 0;
  }

  table(field: number): Table | null {
    const at = this.place(field);
    return at ? new Table(this.view, this.follow(at)) : null;
  }

  tables(field: number): Table[] {
    return this.list(field, (at) => new Table(this.view, this.follow(at)));
  }

  ints(field: number): number[] {
    return this.list(field, (at) => this.view.getInt32(at, true));
  }

  text(field: number): string {
    return Buffer.from(this.bytes(field)).toString("utf8");
  }

  bytes(field: number): Uint8Array {
    const at = this.place(field);
    if (!at) return new Uint8Array();
    const list = this.follow(at);
    return new Uint8Array(this.view.buffer, this.view.byteOffset + list + 4, this.view.getUint32(list, true));
  }

  /** Every element of a list of 4-byte elements. */
  private list<T>(field: number, read: (at: number) => T): T[] {
    const at = this.place(field);
    if (!at) return [];
    const list = this.follow(at);
    return Array.from({ length: this.view.getUint32(list, true) }, (_, i) => read(list + 4 + 4 * i));
  }
}
