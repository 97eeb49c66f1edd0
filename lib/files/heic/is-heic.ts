/** Brands of ISO/IEC 23008-12, annex B, whose pictures are coded by HEVC. */
const heicBrands = new Set(["heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs"]);
/** Brands that say nothing of the coding: the compatible ones do. */
const openBrands = new Set(["mif1", "msf1"]);

/** Bytes of a file's beginning that tell whether it is a HEIC photo: cameras name few brands. */
export const heicBytes = 64;

/** Whether a file that begins so is a HEIC photo, as iPhones take them; an AVIF is none. @param head its first {@link heicBytes}. */
export function isHeic(head: Uint8Array): boolean {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  if (bytes.length < 16 || bytes.toString("latin1", 4, 8) !== "ftyp") return false;
  const major = bytes.toString("latin1", 8, 12);
  if (heicBrands.has(major)) return true;
  const end = Math.min(bytes.readUInt32BE(0), bytes.length);
  const compatible = bytes.toString("latin1", 16, end).match(/.{4}/gs) ?? [];
  return openBrands.has(major) && compatible.some((brand) => heicBrands.has(brand));
}
