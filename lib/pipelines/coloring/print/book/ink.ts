import { mmPerPoint } from "../../options";
import type { PageDocument } from "../page-document";

/** Millimetres in the PDF's unit. */
export const points = (mm: number): number => mm / mmPerPoint;

/** Where a page's own corner comes to lie, in mm, and how many times its size it is drawn. */
export interface Place {
  left: number;
  top: number;
  zoom: number;
}

/** Draws a page's strokes; `line` is how wide they come out on paper, in mm, whatever the zoom. */
export function drawStrokes(pdf: PDFKit.PDFDocument, page: PageDocument, place: Place, line = page.line): void {
  pdf.save().translate(points(place.left), points(place.top)).scale(points(place.zoom));
  pdf
    .lineCap("round")
    .lineJoin("round")
    .lineWidth(line / place.zoom)
    .strokeColor("black");
  for (const [i, data] of page.strokes.entries()) {
    const dash = page.dashes?.[i];
    if (dash) pdf.dash(dash[0], { space: dash[1] });
    else if (page.dashes) pdf.undash();
    pdf.path(data).stroke();
  }
  pdf.restore();
}

/** Draws hollow letters: their outlines, and white over these, so that letters that touch become one shape. */
export function drawLettering(
  pdf: PDFKit.PDFDocument,
  lettering: NonNullable<PageDocument["caption"]>,
  place: Place = { left: 0, top: 0, zoom: 1 },
): void {
  pdf.save().translate(points(place.left), points(place.top)).scale(points(place.zoom));
  pdf
    .lineJoin("round")
    .lineWidth(2 * lettering.line)
    .strokeColor("black");
  for (const data of lettering.paths) pdf.path(data).stroke();
  for (const data of lettering.paths) pdf.path(data).fill("white");
  for (const data of lettering.drawings) pdf.path(data).fill("black");
  pdf.restore();
}
