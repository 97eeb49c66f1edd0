import fc from "fast-check";

/** Text as people, programs and enemies write it. */
export const wild = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.constantFrom("", "0", "-1", "1e999", "NaN", "null", "../../etc/passwd", "\u0000", "%00", "\r\n\r\n", "__proto__"),
);

/** What may stand in a header and still be sent by an HTTP client. */
export const headerText = fc
  .oneof(fc.string({ unit: "binary-ascii", maxLength: 80 }), wild)
  .map((text) => text.replace(/[^\x20-\x7e]/g, "~").trim());

/** A real file with a few bytes changed, cut short, or put twice; or only bytes. */
export function damaged(files: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const change = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 }));
  const broken = fc
    .record({
      file: fc.constantFrom(...files),
      changes: fc.array(change, { maxLength: 12 }),
      keep: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ file, changes, keep }) => {
      const bytes = Uint8Array.from(file).subarray(0, Math.ceil(file.length * Math.min(1, keep * 1.5)));
      for (const [place, value] of changes) if (bytes.length > 0) bytes[place % bytes.length] = value;
      return bytes;
    });
  return fc.oneof({ weight: 4, arbitrary: broken }, { weight: 1, arbitrary: fc.uint8Array({ maxLength: 2_000 }) });
}

/** Values that JSON can say, under the names that the API knows and others. */
const name = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      "items",
      "file",
      "prompt",
      "options",
      "model",
      "urls",
      "kind",
      "keep",
      "item_ids",
      "title",
      "margin_mm",
      "formats",
      "policy",
      "page_size",
      "first",
      "background",
      "drive_folder_pattern",
    ),
  },
  { weight: 1, arbitrary: wild },
);
const leaf = fc.oneof(
  wild,
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom("data:,x", "coloring", "deck", "lineart", "http://127.0.0.1/", "file_x"),
);
export const jsonValue = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    leaf,
    fc.array(tie("value"), { maxLength: 5 }),
    fc.array(fc.tuple(name, tie("value")), { maxLength: 6 }).map((entries) => Object.fromEntries(entries)),
  ),
})).value;

/** A body that is JSON, nearly JSON, or a submission with one thing wrong. */
export const jsonBody = fc.oneof(
  jsonValue.map((value) => JSON.stringify(value) ?? ""),
  jsonValue.map((value) => JSON.stringify({ items: [{ file: "data:,x", prompt: value }], options: value })),
  fc.tuple(jsonValue, fc.nat({ max: 200 })).map(([value, end]) => (JSON.stringify(value) ?? "").slice(0, end)),
  wild,
);

/** A query of the names that the API knows, with values that it does not. */
export const query = fc
  .array(
    fc.tuple(
      fc.oneof(
        fc.constantFrom(
          "kind",
          "status",
          "limit",
          "cursor",
          "width",
          "format",
          "parts",
          "items_from",
          "items",
          "partial",
          "name",
        ),
        wild,
      ),
      wild,
    ),
    { maxLength: 5 },
  )
  .map((pairs) => pairs.map((pair) => pair.map(percent).join("=")).join("&"));

/** Percent encoding, of lone halves of characters too. */
export const percent = (text: string): string => encodeURIComponent(Buffer.from(text).toString());

const part = fc.record({
  name: fc.oneof(fc.constantFrom("request", "files", "__proto__"), wild),
  filename: fc.option(wild),
  type: fc.option(headerText),
  body: fc.oneof(jsonBody, fc.string({ maxLength: 300 })),
});
/** A multipart body that may lack its end, its headers or its boundary, and the content type it claims. */
export const multipart = fc
  .record({
    parts: fc.array(part, { maxLength: 6 }),
    boundary: fc.oneof(fc.constant("edge"), fc.stringMatching(/^[\w'()+,./:=?-]{1,70}$/)),
    claimed: fc.option(headerText),
    keep: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ parts, boundary, claimed, keep }) => {
    const written = parts.map(({ name, filename, type, body }) => {
      const file = filename === null ? "" : `; filename="${filename}"`;
      const media = type === null ? "" : `content-type: ${type}\r\n`;
      return `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${file}\r\n${media}\r\n${body}\r\n`;
    });
    const whole = `${written.join("")}--${boundary}--\r\n`;
    return {
      type: `multipart/form-data; boundary=${claimed ?? boundary}`,
      body: whole.slice(0, Math.ceil(whole.length * Math.min(1, keep * 2))),
    };
  });

/** A `Range`: near what RFC 9110 allows. */
export const range = fc.oneof(
  fc
    .tuple(fc.option(fc.bigInt({ min: -9n, max: 10n ** 20n })), fc.option(fc.bigInt({ min: -9n, max: 10n ** 20n })))
    .map(([from, to]) => `bytes=${from ?? ""}-${to ?? ""}`),
  headerText.map((text) => `bytes=${text}`),
  headerText,
);

/** A `Last-Event-ID`: numbers of every size, and what is none. */
export const lastEventId = fc.oneof(
  fc.bigInt({ min: -9n, max: 10n ** 30n }).map(String),
  fc.nat({ max: 20 }).map(String),
  headerText,
);
