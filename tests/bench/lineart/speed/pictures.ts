import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { photos } from "../samples";
import { scenes } from "../scenes";
import { addNoise, toSharp } from "../scenes/raster";
import { drawFlat } from "../scenes/render";

/** A camera's 12 megapixels. */
const width = 4000;
const height = 3000;

export interface BigPicture {
  name: string;
  path: string;
}

/** Large JPEGs to take the time with: one of our scenes with a sensor's noise and, where there are photos, the busiest of them. */
export async function bigPictures(): Promise<BigPicture[]> {
  const folder = await mkdtemp(join(tmpdir(), "lineart-speed-"));
  const kitchen = scenes.find(({ name }) => name === "kitchen");
  if (!kitchen) throw new Error("There is no scene named kitchen.");
  const drawn = addNoise(drawFlat(kitchen, width), 4, 3, 1);
  const pictures = [{ name: "scene, 12 MP", path: join(folder, "scene.jpg") }];
  await writeFile(pictures[0].path, await toSharp(drawn).jpeg({ quality: 90 }).toBuffer());
  const busy = photos().find(({ name }) => name.startsWith("bikes")) ?? photos()[0];
  if (busy) {
    pictures.push({ name: "photo, 12 MP", path: join(folder, "photo.jpg") });
    const large = sharp(await readFile(busy.path)).resize(width, height, { fit: "cover", kernel: "cubic" });
    await writeFile(pictures[1].path, await large.jpeg({ quality: 90 }).toBuffer());
  }
  return pictures;
}

/** The same picture with fewer pixels. */
export async function shrunk(path: string, megapixels: number): Promise<string> {
  const file = path.replace(".jpg", `-${megapixels}.jpg`);
  const wide = Math.round(Math.sqrt((megapixels * 1e6 * width) / height));
  await sharp(path).resize(wide).jpeg({ quality: 90 }).toFile(file);
  return file;
}
