import { decodeSvg } from "./encoding";

const dataUrl = /data:image\/webp;base64,([A-Za-z0-9+/=\s]+)/g;
const mark = "image/webp";
/** Larger pictures stay as they are, and are not drawn. */
const mostPixels = 25_000_000;

/**
 * The SVG with the WebP pictures in it made PNG, since neither slides nor resvg read WebP; the same bytes when it has
 * none. Lines keep their numbers. A picture that cannot be read stays, for its element to say so.
 * @throws TracepressError `invalid_svg` when the file's encoding cannot be read.
 */
export async function withoutWebp(bytes: Uint8Array, name: string): Promise<Uint8Array> {
  if (!mayHold(bytes)) return bytes;
  const text = decodeSvg(bytes, name);
  const parts: string[] = [];
  let at = 0;
  for (const match of text.matchAll(dataUrl)) {
    parts.push(text.slice(at, match.index), await pngUrl(match[0], match[1]));
    at = match.index + match[0].length;
  }
  if (at === 0) return bytes;
  // The mark goes before whatever encoding the file names.
  return new TextEncoder().encode(`\uFEFF${parts.join("")}${text.slice(at)}`);
}

/** Whether WebP may be inside: compressed and two-byte files are looked into. */
function mayHold(bytes: Uint8Array): boolean {
  const packed = bytes[0] === 0x1f || bytes[0] >= 0xfe || bytes[0] === 0 || bytes[1] === 0;
  return packed || Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(mark);
}

async function pngUrl(address: string, base64: string): Promise<string> {
  const png = await pngOf(Buffer.from(base64, "base64"));
  const lines = base64.match(/\r\n?|\n/g) ?? [];
  return png === null ? address : `data:image/png;base64,${png.toString("base64")}${lines.join("")}`;
}

/** Null when it is no WebP that can be read. */
async function pngOf(webp: Buffer): Promise<Buffer | null> {
  // Loaded only for who needs it: it takes as long as ten slides.
  const { default: sharp } = await import("sharp");
  const image = sharp(webp, { limitInputPixels: mostPixels });
  const { format } = await image.metadata().catch(() => ({ format: undefined }));
  return format === "webp"
    ? image
        .png()
        .toBuffer()
        .catch(() => null)
    : null;
}
