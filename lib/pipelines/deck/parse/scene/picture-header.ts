import type { Image } from "../../scene";

/** What the first bytes of a picture say. Its size is in its own pixels, which are user units. */
export interface PictureHeader {
  mediaType: Image["mediaType"];
  width: number;
  height: number;
}

/** Reads the kind and size of a PNG, JPEG, GIF or WebP; null when it is none of them or has no size. */
export function readPictureHeader(bytes: Uint8Array): PictureHeader | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = png(view) ?? gif(view) ?? jpeg(view) ?? webp(view);
  return header !== null && header.width > 0 && header.height > 0 ? header : null;
}

function png(view: Buffer): PictureHeader | null {
  if (view.length < 33 || view.readUInt32BE(0) !== 0x89504e47) return null;
  return { mediaType: "image/png", width: view.readUInt32BE(16), height: view.readUInt32BE(20) };
}

function gif(view: Buffer): PictureHeader | null {
  if (view.length < 13 || view.toString("latin1", 0, 4) !== "GIF8") return null;
  return { mediaType: "image/gif", width: view.readUInt16LE(6), height: view.readUInt16LE(8) };
}

/** Walks the segments to the frame header, SOF0 to SOF15 but for DHT, JPG and DAC. */
function jpeg(view: Buffer): PictureHeader | null {
  if (view.length < 4 || view.readUInt16BE(0) !== 0xffd8) return null;
  let at = 2;
  while (at + 9 <= view.length && view[at] === 0xff) {
    const marker = view[at + 1];
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { mediaType: "image/jpeg", width: view.readUInt16BE(at + 7), height: view.readUInt16BE(at + 5) };
    }
    at += marker === 0xff ? 1 : 2 + view.readUInt16BE(at + 2);
  }
  return null;
}

function webp(view: Buffer): PictureHeader | null {
  if (view.length < 30 || view.toString("latin1", 0, 4) !== "RIFF" || view.toString("latin1", 8, 12) !== "WEBP") {
    return null;
  }
  const size = webpSize(view, view.toString("latin1", 12, 16));
  return size === null ? null : { mediaType: "image/webp", ...size };
}

function webpSize(view: Buffer, chunk: string): { width: number; height: number } | null {
  switch (chunk) {
    case "VP8X":
      return { width: view.readUIntLE(24, 3) + 1, height: view.readUIntLE(27, 3) + 1 };
    case "VP8L": {
      const bits = view.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
    }
    case "VP8 ":
      return { width: view.readUInt16LE(26) & 0x3fff, height: view.readUInt16LE(28) & 0x3fff };
    default:
      return null;
  }
}
