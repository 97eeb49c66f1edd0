import { inflateSync } from "node:zlib";

/** The text that a PDF of the project's own says, in the order it is written: for each page its lines of glyphs. */
export function textOf(pdf: Buffer): string[] {
  const streams = streamsOf(pdf);
  const characters = new Map<string, string>();
  for (const stream of streams) {
    if (!stream.includes("begincmap")) continue;
    for (const [, number, text] of stream.matchAll(/<([0-9a-f]{4})> <((?:[0-9a-f]{4})+)>\n/g)) {
      if (number !== "0000" || text !== "ffff") characters.set(number, fromUtf16(text));
    }
  }
  return streams
    .filter((stream) => / Tj$/m.test(stream))
    .map((stream) => {
      const spans = stream.matchAll(/\/Span <<\/ActualText <feff([0-9a-f]+)>>> BDC[\s\S]*?EMC|<([0-9a-f]{4})> Tj/g);
      return [...spans].map(([, spelled, glyph]) => (spelled ? fromUtf16(spelled) : characters.get(glyph))).join("");
    });
}

/** All streams of a PDF, unpacked. */
export function streamsOf(pdf: Buffer): string[] {
  const streams: string[] = [];
  for (let at = pdf.indexOf("stream\n"); at >= 0; at = pdf.indexOf("stream\n", at + 7)) {
    if (pdf.toString("latin1", at - 3, at) === "end") continue;
    const end = pdf.indexOf("\nendstream", at);
    const bytes = pdf.subarray(at + 7, end);
    streams.push((bytes[0] === 0x78 ? inflateSync(bytes) : bytes).toString("latin1"));
  }
  return streams;
}

const fromUtf16 = (hex: string): string =>
  String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)));
