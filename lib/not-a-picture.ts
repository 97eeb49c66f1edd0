interface OtherKind {
  /** Where its mark stands in the file, in bytes, and which it may be, a character for each byte. */
  at: number;
  marks: readonly string[];
  is: string;
  way: string;
}

const asPicture = "Save it as JPEG or PNG and send that.";
const takeOut = "Take the pictures out of it and send those.";

/** What people send in place of a picture, by the marks that files of these kinds begin with. */
const kinds: readonly OtherKind[] = [
  { at: 4, marks: ["ftypmif1", "ftypmsf1"], is: "a HEIF picture of a rare kind", way: asPicture },
  { at: 0, marks: ["%PDF-"], is: "a PDF", way: "Save its pages as pictures, JPEG or PNG, and send those." },
  { at: 0, marks: ["PK\u0003\u0004"], is: "a document or an archive", way: takeOut },
  { at: 0, marks: ["\u00d0\u00cf\u0011\u00e0"], is: "an Office document", way: takeOut },
  { at: 0, marks: ["BM"], is: "a BMP picture", way: asPicture },
  { at: 0, marks: ["8BPS"], is: "a Photoshop file", way: asPicture },
  { at: 0, marks: ["\u00ff\u000a", "\0\0\0\u000cJXL "], is: "a JPEG XL picture", way: asPicture },
  { at: 0, marks: ["\0\0\0\u000cjP  "], is: "a JPEG 2000 picture", way: asPicture },
  { at: 4, marks: ["ftyp"], is: "a film", way: "Send a picture of it, as JPEG or PNG." },
];

/** How pictures of pixels begin that are read here; not TIFF, as which a camera's raw files begin too. */
const taken: readonly Pick<OtherKind, "at" | "marks">[] = [
  { at: 0, marks: ["\u00ff\u00d8\u00ff", "\u0089PNG", "GIF8"] },
  { at: 8, marks: ["WEBP"] },
  { at: 4, marks: ["ftypavif", "ftyphei", "ftyphev"] },
];

/** Bytes of a file's beginning that tell what it is. */
export const kindBytes = 32;

/** From which fault on a picture is not drawn, wherever one is read: from where bytes of it are wanting. */
export const failOn = "truncated" as const;

/** That a picture's bytes are not all there, or not as they were, and what to do about it. */
export const damagedPicture = (name: string): string =>
  `${name} is damaged or was cut off: it begins as a picture, but the rest is missing or cannot be read. Send it again from the original.`;

const begins = (head: Uint8Array) => {
  const text = Buffer.from(head.subarray(0, kindBytes)).toString("latin1");
  return ({ at, marks }: Pick<OtherKind, "at" | "marks">) => marks.some((mark) => text.startsWith(mark, at));
};

/** That a file is a picture of pixels or a document and no SVG, and what to do about it; null for what may be one. */
export function notAnSvg(name: string, head: Uint8Array): string | null {
  const beginsSo = begins(head);
  const is = taken.some(beginsSo) ? "a picture of pixels" : kinds.find(beginsSo)?.is;
  return is === undefined
    ? null
    : `${name} is ${is}, and a deck is made of SVG files. Save the drawing as SVG and send that.`;
}

/** That a file is no picture that is read here, and what to do about it. @param head its first `kindBytes` bytes. */
export function notAPicture(name: string, head: Uint8Array): string {
  const beginsSo = begins(head);
  if (taken.some(beginsSo)) return damagedPicture(name);
  const kind = kinds.find(beginsSo);
  if (kind) return `${name} is ${kind.is}, which is not read here. ${kind.way}`;
  return `${name} is not a picture that can be read. Send a JPEG, PNG, WebP, AVIF, GIF, TIFF, HEIC or SVG file.`;
}
