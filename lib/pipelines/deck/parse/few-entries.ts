/** Looking through more than these one by one costs more than a map does. */
const few = 12;

/** A map that will not change any more, in half the memory where it has few entries: a document has 100,000 of them. */
export function compact(map: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return map.size > few ? map : new FewEntries(map);
}

class FewEntries implements ReadonlyMap<string, string> {
  /** Names at even places, each with its value after it. */
  private readonly flat: string[];

  constructor(map: ReadonlyMap<string, string>) {
    // Made at its length: a list that is pushed to keeps room for more.
    this.flat = new Array<string>(map.size * 2);
    let at = 0;
    for (const [name, value] of map) {
      this.flat[at++] = name;
      this.flat[at++] = value;
    }
  }

  get size(): number {
    return this.flat.length / 2;
  }

  get(name: string): string | undefined {
    const { flat } = this;
    for (let at = 0; at < flat.length; at += 2) if (flat[at] === name) return flat[at + 1];
    return undefined;
  }

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  *entries(): MapIterator<[string, string]> {
    for (let at = 0; at < this.flat.length; at += 2) yield [this.flat[at], this.flat[at + 1]];
  }

  *keys(): MapIterator<string> {
    for (const [name] of this.entries()) yield name;
  }

  *values(): MapIterator<string> {
    for (const [, value] of this.entries()) yield value;
  }

  forEach(hear: (value: string, name: string, map: ReadonlyMap<string, string>) => void): void {
    for (const [name, value] of this.entries()) hear(value, name, this);
  }

  [Symbol.iterator](): MapIterator<[string, string]> {
    return this.entries();
  }
}
