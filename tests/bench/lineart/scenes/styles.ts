import { squaredDistance } from "@/lib/pipelines/coloring/measure/euclidean";
import type { Scene } from "./drawing";
import { c } from "./palette";
import { seedOf } from "./random";
import { addNoise, blur, clamp, eachPixel, halve, light, toSharp } from "./raster";
import { bordersOf, drawFlat, type Grouping, longSide, mapAreas, type Picture } from "./render";
import { shade } from "./shading";
import { cover } from "./textures";

/** A way of making a picture file of a scene. */
export interface Style {
  name: string;
  /** Whether areas of one colour that touch still show a border, because it is drawn or shaded. */
  outlines: Grouping;
  draw(scene: Scene): Promise<Buffer>;
}

const png = (picture: Picture): Promise<Buffer> => toSharp(picture).png({ compressionLevel: 3 }).toBuffer();

/** Width of a comic's outlines as a share of the long side. */
const outlineShare = 0.006;

function drawOutlined(scene: Scene): Picture {
  const side = 2 * longSide;
  const picture = drawFlat(scene, side);
  const { width, height } = picture;
  const distance = squaredDistance(bordersOf(mapAreas(scene, "areas", side)), width, height, "open");
  const reach = (outlineShare * side) / 2;
  const ink = [1, 3, 5].map((at) => Number.parseInt(c.ink.slice(at, at + 2), 16));
  eachPixel(picture, (at, _x, _y, pixel) => {
    const cover = Math.min(1, Math.max(0, reach + 0.5 - Math.sqrt(distance[pixel])));
    for (let k = 0; k < 3; k++) picture.rgb[at + k] = clamp(picture.rgb[at + k] * (1 - cover) + ink[k] * cover);
  });
  return halve(picture);
}

const drawShaded = (scene: Scene): Picture => shade(drawFlat(scene), mapAreas(scene, "areas"));

/** A print lying on a table: light from one side, warm, a little out of focus, noise, and a camera's JPEG. */
async function drawPhotographed(scene: Scene): Promise<Buffer> {
  const shaded = drawShaded(scene);
  const { width, height } = shaded;
  const lit = light(shaded, (x, y) => {
    const across = x / width + 0.6 * (y / height);
    const fromMiddle = Math.hypot(x / width - 0.5, y / height - 0.5);
    return (1.12 - 0.3 * across) * (1 - 0.45 * fromMiddle * fromMiddle);
  });
  eachPixel(lit, (at) => {
    lit.rgb[at] = clamp(lit.rgb[at] * 1.03 + 4);
    lit.rgb[at + 2] = clamp(lit.rgb[at + 2] * 0.92);
  });
  const taken = addNoise(await blur(lit, 1.1), 5, 4, seedOf(scene.name));
  return toSharp(taken).jpeg({ quality: 72 }).toBuffer();
}

export const styles: Style[] = [
  { name: "flat", outlines: "colours", draw: (scene) => png(drawFlat(scene)) },
  { name: "outlined", outlines: "areas", draw: (scene) => png(drawOutlined(scene)) },
  { name: "shaded", outlines: "areas", draw: (scene) => png(drawShaded(scene)) },
  {
    name: "textured",
    outlines: "colours",
    draw: (scene) => png(cover(drawFlat(scene), mapAreas(scene, "colours"), seedOf(scene.name))),
  },
  { name: "noisy", outlines: "colours", draw: (scene) => png(addNoise(drawFlat(scene), 14, 9, seedOf(scene.name))) },
  { name: "blurred", outlines: "colours", draw: async (scene) => png(await blur(drawFlat(scene), 2.8)) },
  { name: "photographed", outlines: "areas", draw: drawPhotographed },
];
