// AssemblyScript; planes.wasm.ts is made from it by `npm run planes`. What it does is told in regions/merging.ts.

import { border, borderCount, region, regionCount, takeMeans } from "./graph";
import { change, least, leastKey, layHeap, leave, size } from "./heap";
import { price, unitedTrait } from "./prices";

const none: i32 = -1;
/** Marks a neighbour of which it is not known yet whether it has a border with the region that stays. */
const asked: i32 = -2;

/**
 * For each region a doubly linked list of its borders: link 2e is that of border e in the list of `from`, 2e + 1 in that
 * of `to`. A link is two i32, the next one and the one before.
 */
let links: usize;

@inline function after(link: i32): usize { return links + (<usize>link << 3); }
@inline function before(link: i32): usize { return links + (<usize>link << 3) + 4; }

/**
 * Merges until only forbidden borders are left. `kept`, `gone` and `prices` tell the merges in their order; `areas` the
 * pixels of each region before.
 * @returns how many merges there were.
 */
export function merge(
  heap: usize, places: usize, linksAt: usize, areas: usize, kept: usize, gone: usize, prices: usize,
): i32 {
  links = linksAt;
  layHeap(heap, places, borderCount);
  for (let i = 0; i < regionCount; i++) {
    takeMeans(i);
    store<f64>(areas + (<usize>i << 3), region(i).area);
    region(i).first = none;
    region(i).twin = none;
  }
  for (let i = 0; i < borderCount; i++) {
    insert(border(i).from, 2 * i);
    insert(border(i).to, 2 * i + 1);
    change(i, price(i));
  }
  let merges = 0;
  while (size) {
    const crossed = least();
    const believed = leastKey();
    if (believed == Infinity) break;
    const now = price(crossed);
    if (now > believed) {
      change(crossed, now);
      continue;
    }
    const from = border(crossed).from;
    const to = border(crossed).to;
    const fromIsLonger = region(from).borders >= region(to).borders;
    const stays = fromIsLonger ? from : to;
    const goes = fromIsLonger ? to : from;
    leave(crossed);
    remove(stays, crossed);
    addRegion(stays, goes);
    store<i32>(kept + (<usize>merges << 2), stays);
    store<i32>(gone + (<usize>merges << 2), goes);
    store<f64>(prices + (<usize>merges << 3), now);
    merges++;
    moveBorders(stays, goes, crossed);
  }
  return merges;
}

function addRegion(stays: i32, goes: i32): void {
  const one = region(stays);
  const other = region(goes);
  one.trait = unitedTrait(one, other);
  one.area += other.area;
  one.L += other.L;
  one.a += other.a;
  one.b += other.b;
  one.texture += other.texture;
  takeMeans(stays);
}

/** Hands the borders of one region to another; two borders with the same neighbour become one. */
function moveBorders(stays: i32, goes: i32, crossed: i32): void {
  findTwins(stays, goes);
  for (let link = region(goes).first; link >= 0; ) {
    const next = load<i32>(after(link));
    const index = link >> 1;
    const own = border(index);
    const other = beyond(link);
    const twin = region(other).twin;
    region(other).twin = none;
    if (index == crossed) {
    } else if (twin >= 0) {
      const both = border(twin);
      both.strength += own.strength;
      both.across += own.across;
      both.down += own.down;
      leave(index);
      remove(other, index);
      change(twin, price(twin));
    } else {
      if (link & 1) own.to = stays;
      else own.from = stays;
      insert(stays, link);
      change(index, price(index));
    }
    link = next;
  }
}

/** Notes for each neighbour of the region that goes its border with the one that stays, if it has one. */
function findTwins(stays: i32, goes: i32): void {
  let besides = 0;
  for (let link = region(goes).first; link >= 0; link = load<i32>(after(link))) {
    const other = region(beyond(link));
    other.twin = asked;
    besides += other.borders;
  }
  // What stays is among the neighbours itself. It may have hundreds of borders, and then theirs are looked through.
  if (besides < 2 * region(stays).borders) {
    findTwinsBeside(stays, goes);
    return;
  }
  for (let link = region(stays).first; link >= 0; link = load<i32>(after(link))) {
    const other = region(beyond(link));
    if (other.twin == asked) other.twin = link >> 1;
  }
}

/** The same, by the neighbours' own borders. */
function findTwinsBeside(stays: i32, goes: i32): void {
  for (let link = region(goes).first; link >= 0; link = load<i32>(after(link))) {
    const index = beyond(link);
    if (index == stays) continue;
    const other = region(index);
    for (let own = other.first; own >= 0; own = load<i32>(after(own))) {
      if (beyond(own) != stays) continue;
      other.twin = own >> 1;
      break;
    }
  }
}

/** The region on the other side of a link's border. */
@inline function beyond(link: i32): i32 { return link & 1 ? border(link >> 1).from : border(link >> 1).to; }

function insert(owner: i32, link: i32): void {
  const own = region(owner);
  store<i32>(after(link), own.first);
  store<i32>(before(link), none);
  if (own.first >= 0) store<i32>(before(own.first), link);
  own.first = link;
  own.borders++;
}

function remove(owner: i32, index: i32): void {
  const link = 2 * index + (border(index).from == owner ? 0 : 1);
  const earlier = load<i32>(before(link));
  const later = load<i32>(after(link));
  if (earlier >= 0) store<i32>(after(earlier), later);
  else region(owner).first = later;
  if (later >= 0) store<i32>(before(later), earlier);
  region(owner).borders--;
}
