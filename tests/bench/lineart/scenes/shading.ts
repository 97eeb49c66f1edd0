import { light } from "./raster";
import type { AreaMap, Picture } from "./render";

/** How much lighter an area is at its upper left end than at its lower right one, to either side. */
const rounding = 0.24;
const shadowDepth = 0.5;
/** Reach and offset of the shadows, as shares of the long side. */
const shadowReach = 0.014;
const shadowOffset = 0.007;

/** Turns flat areas into rounded ones that lie upon each other and cast soft shadows down to the right. */
export function shade(picture: Picture, map: AreaMap): Picture {
  const boxes = boxesOf(map);
  const taps = shadowTaps(map);
  return light(picture, (x, y, pixel) => {
    const id = map.ids[pixel];
    if (id < 0) return 1;
    const [left, top, right, bottom] = boxes.subarray(4 * id, 4 * id + 4);
    const along = (x - left) / Math.max(1, right - left) + (y - top) / Math.max(1, bottom - top) - 1;
    const rounded = 1 - rounding * Math.sin((along * Math.PI) / 2);
    return rounded * (1 - shadowDepth * shadowAt(map, taps, x, y, id));
  });
}

/** Share of what lies towards the light that is above this area. */
function shadowAt({ ids, width, height }: AreaMap, taps: Int16Array, x: number, y: number, id: number): number {
  let above = 0;
  for (let k = 0; k < taps.length; k += 2) {
    const xx = Math.min(width - 1, Math.max(0, x + taps[k]));
    const yy = Math.min(height - 1, Math.max(0, y + taps[k + 1]));
    if (ids[yy * width + xx] > id) above++;
  }
  return (2 * above) / taps.length;
}

function shadowTaps({ width, height }: AreaMap): Int16Array {
  const side = Math.max(width, height);
  const reach = shadowReach * side;
  const step = reach / 4;
  const taps: number[] = [];
  for (let dy = -reach; dy <= reach; dy += step) {
    for (let dx = -reach; dx <= reach; dx += step) {
      if (dx * dx + dy * dy > reach * reach) continue;
      taps.push(Math.round(dx - shadowOffset * side), Math.round(dy - shadowOffset * side));
    }
  }
  return Int16Array.from(taps);
}

function boxesOf({ ids, width }: AreaMap): Int16Array {
  const count = ids.reduce((most, id) => Math.max(most, id), 0) + 1;
  const boxes = new Int16Array(4 * count);
  for (let id = 0; id < count; id++) boxes.set([32767, 32767, -1, -1], 4 * id);
  for (let i = 0; i < ids.length; i++) {
    if (ids[i] < 0) continue;
    const at = 4 * ids[i];
    const x = i % width;
    const y = (i - x) / width;
    boxes[at] = Math.min(boxes[at], x);
    boxes[at + 1] = Math.min(boxes[at + 1], y);
    boxes[at + 2] = Math.max(boxes[at + 2], x);
    boxes[at + 3] = Math.max(boxes[at + 3], y);
  }
  return boxes;
}
