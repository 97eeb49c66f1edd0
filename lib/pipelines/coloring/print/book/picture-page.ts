import type { PageDocument } from "../page-document";
import { setLine } from "../type/lines";
import { drawLettering, drawStrokes, points } from "./ink";
import type { Typesetter } from "./typesetter";

/** Paper kept for a page's number, in mm, and the size of its figures, in points. */
const numberStrip = 9;
const numberPoints = 11;
/** From the sheet's edge to a number on a sheet without a margin, in mm. */
const numberFoot = 3;
const weight = 450;

/** One picture on a sheet of its own, where its SVG and PNG have it, or a little higher and smaller above its number. */
export function addPicturePage(
  pdf: PDFKit.PDFDocument,
  page: PageDocument,
  number: { value: number; typesetter: Typesetter } | null,
): void {
  // A picture that fills its sheet stays as it is: the sheet grows under it.
  const grows = number !== null && page.margin < numberStrip / 2;
  const height = page.height + (grows ? numberStrip : 0);
  pdf.addPage({ size: [points(page.width), points(height)], margin: 0 });
  const room = page.height - 2 * page.margin;
  const zoom = number && !grows ? (room - numberStrip) / room : 1;
  const place = { left: (page.width * (1 - zoom)) / 2, top: page.margin * (1 - zoom), zoom };
  drawStrokes(pdf, page, place);
  if (page.caption) drawLettering(pdf, page.caption, place);
  if (number) writeNumber(number.typesetter, number.value, page, height - (grows ? numberFoot : page.margin + 1));
}

/** The number in the middle, its feet at `bottom`. */
function writeNumber(typesetter: Typesetter, value: number, page: PageDocument, bottom: number): void {
  const line = setLine(String(value), weight);
  const left = (points(page.width) - line.width * numberPoints) / 2;
  typesetter.write(line, left, points(bottom), numberPoints);
}
