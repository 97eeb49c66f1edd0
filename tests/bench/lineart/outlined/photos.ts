import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Where Debian's `gcompris-qt-data` lies, or was unpacked to: its photos have licences of their own, so they are read and never copied. */
const folder = join(process.env.GCOMPRIS ?? "/usr/share", "gcompris-qt/rcc");

/** Bytes of a RIFF file's name and length, which comes before what it counts. */
const riffHeader = 8;

const packs = new Map<string, Buffer[]>();

export const photosMissing = (): string | null =>
  existsSync(folder) ? null : `photos outlined by hand: no ${folder} (Debian's gcompris-qt-data)`;

/** The photo of this place in a pack, as WebP; packs are Qt's resource files, which hold theirs as they are. */
export function photoOf(pack: string, index: number): Buffer {
  const photos = packs.get(pack) ?? webpsIn(readFileSync(join(folder, `${pack}.rcc`)));
  packs.set(pack, photos);
  return photos[index];
}

function webpsIn(bytes: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let at = bytes.indexOf("RIFF"); at >= 0; at = bytes.indexOf("RIFF", at)) {
    const end = at + riffHeader + bytes.readUInt32LE(at + 4);
    const isWebp = bytes.toString("latin1", at + riffHeader, at + riffHeader + 4) === "WEBP";
    if (isWebp) found.push(bytes.subarray(at, end));
    at = isWebp ? end : at + 4;
  }
  return found;
}
