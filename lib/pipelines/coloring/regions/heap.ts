/** Binary min-heap of the numbers 0 to capacity - 1, each at most once, whose keys may be changed in place. */
export class IndexedHeap {
  size = 0;
  /** Items by their place in the heap, and their keys beside them. */
  private readonly items: Int32Array;
  private readonly keys: Float64Array;
  /** Where an item stands in `items`, or -1. */
  private readonly places: Int32Array;

  constructor(capacity: number) {
    this.items = new Int32Array(capacity);
    this.keys = new Float64Array(capacity);
    this.places = new Int32Array(capacity).fill(-1);
  }

  /** Of an item that is in the heap. */
  keyOf(item: number): number {
    return this.keys[this.places[item]];
  }

  set(item: number, key: number): void {
    let place = this.places[item];
    if (place < 0) place = this.size++;
    this.settle(place, item, key);
  }

  delete(item: number): void {
    const place = this.places[item];
    if (place < 0) return;
    this.places[item] = -1;
    const last = --this.size;
    if (last !== place) this.settle(place, this.items[last], this.keys[last]);
  }

  peek(): number {
    return this.items[0];
  }

  /** Brings an item from a place that is free to where it belongs. */
  private settle(free: number, item: number, key: number): void {
    const place = this.rise(free, item, key);
    if (place === free) this.put(this.sink(free, item, key), item, key);
    else this.put(place, item, key);
  }

  private put(place: number, item: number, key: number): void {
    this.items[place] = item;
    this.keys[place] = key;
    this.places[item] = place;
  }

  /** Moves what comes after the item down, from a free place upwards; returns the place that is free then. */
  private rise(free: number, item: number, key: number): number {
    const { items, keys, places } = this;
    let place = free;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      // Equal keys leave in the order of their numbers, so that the result does not hang on history.
      if (keys[parent] < key || (keys[parent] === key && items[parent] < item)) break;
      items[place] = items[parent];
      keys[place] = keys[parent];
      places[items[place]] = place;
      place = parent;
    }
    return place;
  }

  /** Moves what comes before the item up, from a free place downwards; returns the place that is free then. */
  private sink(free: number, item: number, key: number): number {
    const { items, keys, places, size } = this;
    let place = free;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= size) break;
      const beside = child + 1;
      if (
        beside < size &&
        (keys[beside] < keys[child] || (keys[beside] === keys[child] && items[beside] < items[child]))
      )
        child = beside;
      if (key < keys[child] || (key === keys[child] && item < items[child])) break;
      items[place] = items[child];
      keys[place] = keys[child];
      places[items[place]] = place;
      place = child;
    }
    return place;
  }
}
