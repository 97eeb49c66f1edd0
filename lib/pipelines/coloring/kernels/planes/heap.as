// AssemblyScript; planes.wasm.ts is made from it by `npm run planes`.
//
// A min-heap of borders whose keys may be changed in place, four children to a place (Johnson 1975). Equal keys leave in
// the order of their borders, so that the result does not hang on history. An entry is 16 bytes: key and border.

let entries: usize;
/** Where each border stands in the heap, -1 for nowhere. */
let places: usize;
export let size: i32;

@inline function keyAt(place: i32): f64 { return load<f64>(entries + (<usize>place << 4)); }
@inline function itemAt(place: i32): i32 { return load<i32>(entries + (<usize>place << 4), 8); }
@inline function placeOf(item: i32): usize { return places + (<usize>item << 2); }
@inline function put(place: i32, item: i32, key: f64): void {
  store<f64>(entries + (<usize>place << 4), key);
  store<i32>(entries + (<usize>place << 4), item, 8);
  store<i32>(placeOf(item), place);
}

export function layHeap(entriesAt: usize, placesAt: usize, count: i32): void {
  entries = entriesAt;
  places = placesAt;
  size = 0;
  memory.fill(places, 255, <usize>count << 2);
}

/** The border that leaves first, and its key; only while there is one. */
@inline export function least(): i32 { return itemAt(0); }
@inline export function leastKey(): f64 { return keyAt(0); }

/** Gives a border its key, whether or not it had one. */
export function change(item: i32, key: f64): void {
  const place = load<i32>(placeOf(item));
  settle(place < 0 ? size++ : place, item, key);
}

export function leave(item: i32): void {
  const place = load<i32>(placeOf(item));
  if (place < 0) return;
  store<i32>(placeOf(item), -1);
  const last = --size;
  if (last != place) settle(place, itemAt(last), keyAt(last));
}

/** Brings an item from a place that is free to where it belongs. */
function settle(free: i32, item: i32, key: f64): void {
  const place = rise(free, item, key);
  put(place == free ? sink(free, item, key) : place, item, key);
}

/** Moves what comes after the item down, from a free place upwards; returns the place that is free then. */
@inline function rise(free: i32, item: i32, key: f64): i32 {
  let place = free;
  while (place > 0) {
    const parent = (place - 1) >> 2;
    if (isBefore(parent, item, key)) break;
    put(place, itemAt(parent), keyAt(parent));
    place = parent;
  }
  return place;
}

/** Moves what comes before the item up, from a free place downwards; returns the place that is free then. */
@inline function sink(free: i32, item: i32, key: f64): i32 {
  let place = free;
  for (;;) {
    const first = 4 * place + 1;
    if (first >= size) break;
    let child = first;
    for (let beside = first + 1, end = min(first + 4, size); beside < end; beside++) {
      if (isBefore(beside, itemAt(child), keyAt(child))) child = beside;
    }
    if (!isBefore(child, item, key)) break;
    put(place, itemAt(child), keyAt(child));
    place = child;
  }
  return place;
}

@inline function isBefore(place: i32, item: i32, key: f64): bool {
  const other = keyAt(place);
  return other < key || (other == key && itemAt(place) < item);
}
