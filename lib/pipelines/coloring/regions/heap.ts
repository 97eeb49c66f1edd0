/** Binary min-heap of the numbers 0 to capacity - 1, each at most once, whose keys may be changed in place. */
export class IndexedHeap {
  size = 0;
  private readonly keys: Float64Array;
  private readonly items: Int32Array;
  /** Where an item stands in `items`, or -1. */
  private readonly places: Int32Array;

  constructor(capacity: number) {
    this.keys = new Float64Array(capacity);
    this.items = new Int32Array(capacity);
    this.places = new Int32Array(capacity).fill(-1);
  }

  keyOf(item: number): number {
    return this.keys[item];
  }

  /** Equal keys leave in the order of their numbers, so that the result does not hang on history. */
  private before(one: number, other: number): boolean {
    const { keys } = this;
    return keys[one] < keys[other] || (keys[one] === keys[other] && one < other);
  }

  set(item: number, key: number): void {
    const place = this.places[item];
    this.keys[item] = key;
    if (place < 0) {
      this.items[this.size] = item;
      this.places[item] = this.size;
      this.rise(this.size++);
    } else {
      this.rise(place);
      this.sink(this.places[item]);
    }
  }

  delete(item: number): void {
    const place = this.places[item];
    if (place < 0) return;
    this.places[item] = -1;
    const last = this.items[--this.size];
    if (last === item) return;
    this.items[place] = last;
    this.places[last] = place;
    this.rise(place);
    this.sink(this.places[last]);
  }

  peek(): number {
    return this.items[0];
  }

  private rise(from: number): void {
    const { items, places } = this;
    const item = items[from];
    let place = from;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (!this.before(item, items[parent])) break;
      items[place] = items[parent];
      places[items[place]] = place;
      place = parent;
    }
    items[place] = item;
    places[item] = place;
  }

  private sink(from: number): void {
    const { items, places, size } = this;
    const item = items[from];
    let place = from;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= size) break;
      if (child + 1 < size && this.before(items[child + 1], items[child])) child++;
      if (!this.before(items[child], item)) break;
      items[place] = items[child];
      places[items[place]] = place;
      place = child;
    }
    items[place] = item;
    places[item] = place;
  }
}
