import { expect, it } from "vitest";
import { isHeic } from "@/lib/files/heic/is-heic";

/** How a file begins: the box that names its brands, ISO/IEC 14496-12, clause 4.3. */
function head(major: string, ...compatible: string[]): Buffer {
  const box = Buffer.from(`\0\0\0\0ftyp${major}\0\0\0\0${compatible.join("")}`, "latin1");
  box.writeUInt32BE(box.length, 0);
  return Buffer.concat([box, Buffer.from("\0\0\u0001\u0040metaheic", "latin1")]);
}

it.each([
  ["a phone's photo", head("heic", "mif1", "heic")],
  ["one of ten bits", head("heix", "mif1")],
  ["one that names its coding second", head("mif1", "mif1", "miaf", "heic")],
])("%s is a HEIC photo", (_, bytes) => expect(isHeic(bytes)).toBe(true));

it.each([
  ["an AVIF", head("avif", "mif1", "miaf")],
  ["an AVIF that names its coding second", head("mif1", "avif", "miaf")],
  ["a film", head("isom", "mp42")],
  ["a JPEG", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1])],
  ["next to nothing", Buffer.from("ftyp")],
])("%s is none", (_, bytes) => expect(isHeic(bytes)).toBe(false));
