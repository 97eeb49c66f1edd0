import { createHash } from "node:crypto";
import type { Letter, LetterRun, Line } from "../type/lines";
import { type EmbeddedGlyph, writeTrueType } from "./truetype";

const fontName = "TracepressText";
const resource = "Text";

/**
 * Writes lines of any script into a PDF as real text: one embedded font holds the glyphs that were used, and each
 * knows the characters it stands for, so that the text can be selected, searched and read aloud.
 */
export class Typesetter {
  private readonly pdf: PDFKit.PDFDocument;
  private readonly font: PDFKit.PDFKitReference;
  /** Glyph 0 is what a font shows for nothing. */
  private readonly glyphs: (EmbeddedGlyph & { text: string })[] = [{ outline: [], advance: 0, text: "" }];
  private readonly numbers = new Map<string, number>();

  constructor(pdf: PDFKit.PDFDocument) {
    this.pdf = pdf;
    this.font = pdf.ref({});
  }

  /**
   * Writes a line in the fill color, or unseen over letters drawn otherwise. All in points: x of its left end, y of
   * its baseline from the top, its em.
   */
  write(line: Line, x: number, y: number, em: number, look: "filled" | "unseen" = "filled"): void {
    (this.pdf.page as unknown as { fonts: Record<string, unknown> }).fonts[resource] = this.font;
    for (const run of line.runs) {
      const spelled = this.spells(run) ? "" : `/Span <</ActualText <${utf16(`\uFEFF${run.text}`)}>>> BDC\n`;
      this.pdf.addContent(`${spelled}BT /${resource} ${decimal(em)} Tf ${look === "filled" ? 0 : 3} Tr`);
      for (const letter of run.letters) {
        const place = `1 0 0 -1 ${decimal(x + letter.x * em)} ${decimal(y - letter.y * em)} Tm`;
        this.pdf.addContent(`${place} <${hex4(this.numberOf(letter))}> Tj`);
      }
      this.pdf.addContent(spelled ? "ET\nEMC" : "ET");
    }
  }

  /** Whether the letters from left to right tell the text; right-to-left text is put in order by every reader. */
  private spells({ text, rightToLeft, letters }: LetterRun): boolean {
    return rightToLeft || letters.map((letter) => letter.text).join("") === text;
  }

  /** The same glyph has a number for each text that it stands for. */
  private numberOf(letter: Letter): number {
    const key = `${letter.face.key}/${letter.glyph}/${letter.text}`;
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.glyphs.length;
      const outline = letter.outline.map(({ command, args }) => ({
        command,
        args: args.map((value) => value / letter.unitsPerEm),
      }));
      this.glyphs.push({ outline, advance: letter.advance, text: letter.text });
      this.numbers.set(key, number);
    }
    return number;
  }

  /** Writes the font into the file; to be called once, after the last line. */
  finish(): void {
    if (this.glyphs.length < 2) {
      end(this.font);
      return;
    }
    const bytes = writeTrueType(this.glyphs);
    const tag = [...createHash("sha256").update(bytes).digest().subarray(0, 6)].map((byte) =>
      String.fromCharCode(65 + (byte % 26)),
    );
    const name = `${tag.join("")}+${fontName}`;
    const file = this.pdf.ref({ Length1: bytes.length });
    file.end(bytes);
    const descriptor = this.pdf.ref({
      Type: "FontDescriptor",
      FontName: name,
      Flags: 4,
      FontBBox: [-500, -500, 2000, 1500],
      ItalicAngle: 0,
      Ascent: 1000,
      Descent: -300,
      CapHeight: 700,
      StemV: 120,
      FontFile2: file,
    });
    end(descriptor);
    const descendant = this.pdf.ref({
      Type: "Font",
      Subtype: "CIDFontType2",
      BaseFont: name,
      CIDSystemInfo: { Registry: new String("Adobe"), Ordering: new String("Identity"), Supplement: 0 },
      CIDToGIDMap: "Identity",
      FontDescriptor: descriptor,
      W: [0, this.glyphs.map(({ advance }) => Math.round(advance * 1000))],
    });
    end(descendant);
    const toUnicode = this.pdf.ref({});
    toUnicode.end(Buffer.from(this.unicodeMap()));
    Object.assign(this.font.data as object, {
      Type: "Font",
      Subtype: "Type0",
      BaseFont: name,
      Encoding: "Identity-H",
      DescendantFonts: [descendant],
      ToUnicode: toUnicode,
    });
    end(this.font);
  }

  /** The ToUnicode CMap (ISO 32000-1, 9.10.3), in blocks of at most 100 entries. */
  private unicodeMap(): string {
    const entries = this.glyphs.flatMap(({ text }, i) => (text ? [`<${hex4(i)}> <${utf16(text)}>`] : []));
    const blocks: string[] = [];
    for (let i = 0; i < entries.length; i += 100) {
      const block = entries.slice(i, i + 100);
      blocks.push(`${block.length} beginbfchar\n${block.join("\n")}\nendbfchar`);
    }
    return [
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap",
      "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def",
      "1 begincodespacerange\n<0000> <ffff>\nendcodespacerange",
      ...blocks,
      "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend",
    ].join("\n");
  }
}

/** Writes an object without a stream; pdfkit's types ask for one. */
const end = (reference: PDFKit.PDFKitReference): void => (reference.end as () => void).call(reference);

const hex4 = (value: number): string => value.toString(16).padStart(4, "0");

const utf16 = (text: string): string =>
  Array.from({ length: text.length }, (_, i) => hex4(text.charCodeAt(i))).join("");

const decimal = (value: number): string => String(Number(value.toFixed(3)));
