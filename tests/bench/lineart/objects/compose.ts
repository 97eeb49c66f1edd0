import { blur as blurPlane } from "@/lib/pipelines/coloring/kernels/gaussian";
import { seeded } from "../scenes/random";
import { addNoise, blur, toSharp } from "../scenes/raster";
import { type AreaMap, bordersOf, type Picture } from "../scenes/render";
import { drawGround, type GroundKind } from "./grounds";
import { type Layer, layerOf, lightness, lightnessOf, longSideOf } from "./layers";

/** What is asked of one picture. */
export interface Composition {
  seed: number;
  kind: GroundKind;
  width: number;
  height: number;
}

export interface Composed {
  /** As a JPEG file. */
  file: Buffer;
  /** 1 on the outlines of what is seen of the things. */
  borders: Uint8Array;
}

const most = 4;
/** Long side of a thing as a share of the picture's; the first is the main one. */
const mainShare = [0.4, 0.7] as const;
const otherShare = [0.15, 0.4] as const;
/** Things are photos of some hundred pixels: they grow no more than this. */
const largestEnlargement = 1.5;

/** One to four things on a ground, some before others, as a camera would have taken them; the same for the same seed. */
export async function compose({ seed, kind, width, height }: Composition, files: readonly string[]): Promise<Composed> {
  const random = seeded(seed);
  const picture = await drawGround(kind, width, height, random);
  const areas: AreaMap = { ids: new Int16Array(width * height).fill(-1), width, height };
  const count = 1 + Math.floor(most * random() ** 1.5);
  const soft = 0.4 + 0.6 * random();
  const isMatched = random() < 0.5;
  for (let i = count - 1; i >= 0; i--) {
    const share = between(i ? otherShare : mainShare, random());
    const file = await largeEnough(files, share * Math.max(width, height), random);
    const long = Math.min(share * Math.max(width, height), 0.92 * Math.min(width, height) * (1 + 0.4 * random()));
    const layer = await layerOf(file, Math.round(long), random() < 0.5, soft);
    const left = placeIn(width, layer.width, random());
    const top = placeIn(height, layer.height, 0.3 + 0.7 * random());
    if (random() < 0.5) castShadow(picture, layer, left, top);
    put(picture, areas, layer, { left, top, id: i, isMatched });
  }
  const taken = addNoise(await blur(picture, 0.5 + 0.2 * random()), 0.5 + 2 * random(), 1, seed);
  const quality = Math.round(70 + 20 * random());
  return { file: await toSharp(taken).jpeg({ quality }).toBuffer(), borders: bordersOf(areas) };
}

const between = ([least, most]: readonly [number, number], at: number): number => least + (most - least) * at;

/** Where something this long begins: within the picture, or cut by its edge by a tenth at most. */
const placeIn = (whole: number, long: number, at: number): number => Math.round((whole - long) * (1.2 * at - 0.1));

async function largeEnough(files: readonly string[], long: number, random: () => number): Promise<string> {
  for (;;) {
    const file = files[Math.floor(random() * files.length)];
    if (largestEnlargement * (await longSideOf(file)) >= long) return file;
  }
}

interface Place {
  left: number;
  top: number;
  id: number;
  /** Whether the thing is lit like the ground behind it. */
  isMatched: boolean;
}

function put(picture: Picture, areas: AreaMap, layer: Layer, { left, top, id, isMatched }: Place): void {
  const { width, height } = picture;
  const below = (x: number, y: number) =>
    lightness(picture.rgb, clampTo(top + y, height) * width + clampTo(left + x, width));
  const { own, ground } = lightnessOf(layer, below);
  const gain = isMatched ? Math.max(0.6, Math.min(1.7, (ground + 10) / (own + 10))) : 1;
  eachCovered(picture, layer, left, top, (at, from) => {
    const cover = layer.cover[from];
    for (let c = 0; c < 3; c++) {
      const value = Math.min(255, gain * layer.rgb[3 * from + c]);
      picture.rgb[3 * at + c] += cover * (value - picture.rgb[3 * at + c]);
    }
  });
  const seen = { ...layer, cover: roundedOff(layer, width, height) };
  eachCovered(picture, seen, left, top, (at, from) => {
    if (seen.cover[from] > 0.5) areas.ids[at] = id;
  });
}

/** People follow an outline with a hand, past single leaves and hairs: sigma as a share of the picture's diagonal. */
const handShare = 0.003;

const roundedOff = ({ cover, width: stride, height: rows }: Layer, width: number, height: number): Float32Array =>
  blurPlane(cover, stride, rows, handShare * Math.hypot(width, height));

const clampTo = (at: number, length: number): number => Math.max(0, Math.min(length - 1, at));

/** Darkens the ground under a thing by a soft ellipse. */
function castShadow({ rgb, width, height }: Picture, layer: Layer, left: number, top: number): void {
  const radius = 0.45 * layer.width;
  const flat = 0.25;
  const middleX = left + layer.width / 2;
  const middleY = top + layer.height - 0.06 * layer.height;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const off = ((x - middleX) / radius) ** 2 + ((y - middleY) / (flat * radius)) ** 2;
      const dark = 1 - 0.5 * Math.exp(-off * 1.2);
      for (let c = 0; c < 3; c++) rgb[3 * (y * width + x) + c] *= dark;
    }
  }
}

/** Calls with each pixel of the picture that the layer covers, and the layer's own. */
function eachCovered(
  { width, height }: Picture,
  layer: Layer,
  left: number,
  top: number,
  take: (at: number, from: number) => void,
): void {
  for (let y = Math.max(0, -top); y < Math.min(layer.height, height - top); y++) {
    for (let x = Math.max(0, -left); x < Math.min(layer.width, width - left); x++) {
      if (layer.cover[y * layer.width + x] > 0) take((y + top) * width + x + left, y * layer.width + x);
    }
  }
}
