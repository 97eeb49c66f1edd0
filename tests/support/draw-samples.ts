/**
 * Draws the bundled sample pictures from their scenes in `samples/`: `npx tsx tests/support/draw-samples.ts`.
 * Two become photo-like JPEGs (a soft lens, sensor noise, dark corners), one a PNG with alpha; house.svg is its own source.
 */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import sharp from "sharp";

const scenes = new URL("./samples/", import.meta.url);
const samples = new URL("../../public/samples/", import.meta.url);

/** Noise of a fixed seed (xorshift32), so that the files come out the same every time. */
function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

async function photograph(name: string, width: number, seed: number): Promise<void> {
  const svg = await readFile(new URL(`${name}.svg`, scenes));
  const { data, info } = await sharp(svg, { density: 96 })
    .resize({ width })
    .flatten({ background: "#ffffff" })
    .blur(1.1)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const random = noise(seed);
  for (let i = 0; i < data.length; i += 3) {
    const x = ((i / 3) % info.width) / info.width - 0.5;
    const y = Math.floor(i / 3 / info.width) / info.height - 0.5;
    const vignette = 1 - 0.35 * (x * x + y * y);
    const grain = (random() + random() + random() - 1.5) * 9;
    for (let c = 0; c < 3; c++) data[i + c] = Math.max(0, Math.min(255, Math.round(data[i + c] * vignette + grain)));
  }
  await sharp(data, { raw: info })
    .jpeg({ quality: 74, mozjpeg: true })
    .toFile(fileURLToPath(new URL(`${name}.jpg`, samples)));
}

async function cutOut(name: string, width: number): Promise<void> {
  const svg = await readFile(new URL(`${name}.svg`, scenes));
  const png = sharp(svg, { density: 96 }).resize({ width }).png({ palette: true, colours: 128, compressionLevel: 9 });
  await png.toFile(fileURLToPath(new URL(`${name}.png`, samples)));
}

await photograph("cat", 960, 7);
await photograph("boat", 1280, 11);
await cutOut("robot", 900);
