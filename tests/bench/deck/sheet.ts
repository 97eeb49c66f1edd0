import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import sharp from "sharp";

/** The picture of an SVG and of its slide, 320 by 180 pixels each. */
export interface Pair {
  index: number;
  name: string;
  score: number;
  reference: Buffer;
  slide: Buffer;
}

const columns = 3;
const cell = { width: 2 * 320 + 12, height: 180 + 26 };

/** Writes a sheet of pairs, source at the left of each and slide at the right, with name and score above. */
export async function contactSheet(pairs: readonly Pair[], path: string): Promise<void> {
  if (pairs.length === 0) return;
  const tiles = pairs.flatMap((pair, i) => {
    const left = (i % columns) * cell.width;
    const top = Math.floor(i / columns) * cell.height;
    return [
      { input: label(pair), left, top },
      { input: pair.reference, left, top: top + 20 },
      { input: pair.slide, left: left + 324, top: top + 20 },
    ];
  });
  await mkdir(dirname(path), { recursive: true });
  const size = { width: columns * cell.width, height: Math.ceil(pairs.length / columns) * cell.height };
  await sharp({ create: { ...size, channels: 3, background: "#bbb" } })
    .composite(tiles)
    .png()
    .toFile(path);
}

function label({ name, score }: Pair): Buffer {
  const text = `${score.toFixed(3)}  ${name}`.replace(/[&<>]/g, "");
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="20"><text x="4" y="15" font-size="13" font-family="sans-serif">${text}</text></svg>`,
  );
}
