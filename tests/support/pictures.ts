import { crc32, deflateSync } from "node:zlib";
import sharp, { type Sharp } from "sharp";

/** A drawing that every size and format is made from: a face in a window, with shapes a page must show. */
const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200">
  <rect width="300" height="200" fill="#9cc9e8"/>
  <rect y="140" width="300" height="60" fill="#6aa84f"/>
  <circle cx="245" cy="45" r="26" fill="#ffd54a"/>
  <rect x="60" y="70" width="110" height="90" fill="#d9764a"/>
  <path d="M50 72 L115 25 L180 72 Z" fill="#8c3b2a"/>
  <rect x="80" y="90" width="30" height="30" fill="#fff3c4"/>
  <rect x="125" y="105" width="26" height="55" fill="#5b3a29"/>
</svg>`;

const house = (width: number): Sharp =>
  sharp(Buffer.from(drawing), { density: (72 * width) / 300 })
    .resize(width)
    .flatten();

export const svgHouse = (): Buffer => Buffer.from(drawing);
export const jpegHouse = (width = 480): Promise<Buffer> => house(width).jpeg({ quality: 90 }).toBuffer();
export const pngHouse = (width = 480): Promise<Buffer> => house(width).png().toBuffer();

/** A square JPEG of even noise, whose file is nearly as many bytes as it has pixels. */
export function jpegNoise(side: number): Promise<Buffer> {
  const pixels = Buffer.alloc(side * side * 3);
  let state = 1;
  for (let at = 0; at < pixels.length; at++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    pixels[at] = state >>> 24;
  }
  return sharp(pixels, { raw: { width: side, height: side, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer();
}

/** The same house in each format that comes in, by media type. */
export async function houseInEveryFormat(): Promise<Map<string, Buffer>> {
  return new Map([
    ["image/jpeg", await jpegHouse()],
    ["image/png", await pngHouse()],
    ["image/webp", await house(480).webp().toBuffer()],
    ["image/avif", await house(480).avif({ effort: 0 }).toBuffer()],
    ["image/gif", await house(480).gif().toBuffer()],
    ["image/tiff", await house(480).tiff().toBuffer()],
    ["image/svg+xml", svgHouse()],
  ]);
}

/** A JPEG whose second half never arrived. */
export async function truncatedJpeg(): Promise<Buffer> {
  const whole = await jpegHouse(1200);
  return whole.subarray(0, Math.floor(whole.length / 2));
}

/** A small PNG file that claims to be `side` pixels wide and high. */
export function pngBomb(side: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([1, 0, 0, 0, 0], 8); // 1 bit a pixel, greyscale
  const row = Buffer.alloc(1 + Math.ceil(side / 8));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk("IHDR", header),
    pngChunk("IDAT", deflateSync(row)),
    pngChunk("IEND", Buffer.alloc(0)),
  ]);
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
