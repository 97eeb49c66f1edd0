import { type Lettering, letter } from "../lettering";
import type { PageDocument } from "../page-document";
import { isFrame } from "../path";
import { readable, setLine } from "../type/lines";
import { arrange, type Box } from "./arrange";
import { drawLettering, drawStrokes, points } from "./ink";
import type { Typesetter } from "./typesetter";

export interface TitlePage {
  title: string;
  subtitle: string;
  /** Size of the sheet and its white border, in mm. */
  sheet: { width: number; height: number; margin: number };
  /** Pages of which drawings are shown, the first ones of the book. */
  pages: PageDocument[];
}

/** White border of a title page whose book has none, in mm. */
const leastMargin = 8;
const border = { line: 0.7, radius: 6, inner: 2.2, innerLine: 0.25 };
const padding = 7;
const tile = { gap: 7, line: 0.35, padding: 3 };
/** Lines of the small drawings do not get thinner than this, in mm. */
const thinnest = 0.18;
const subtitlePoints = 15;
const subtitleHeight = 12;

/** How many drawings a title page shows at most. */
export const mostShown = 6;

/** A frame, the title in hollow letters to color, drawings of the book in small, and how many pages there are. */
export function addTitlePage(pdf: PDFKit.PDFDocument, page: TitlePage, typesetter: Typesetter): Lettering | null {
  const { width, height } = page.sheet;
  pdf.addPage({ size: [points(width), points(height)], margin: 0 });
  const margin = Math.max(leastMargin, page.sheet.margin);
  drawBorder(pdf, width, height, margin);
  const inset = margin + border.inner + padding;
  const inner = { left: inset, top: inset, width: width - 2 * inset, height: height - 2 * inset };
  const titleHeight = inner.height * 0.24;
  const lettering = letter(page.title, {
    ...inner,
    height: titleHeight,
    largestEm: Math.min(26, inner.width / 7),
    smallestEm: 5,
    lines: 3,
  });
  if (lettering) writeTitle(pdf, lettering, typesetter);
  writeSubtitle(pdf, typesetter, page.subtitle, width / 2, inner.top + inner.height - 2);
  const tiles = {
    ...inner,
    top: inner.top + titleHeight + tile.gap,
    height: inner.height - titleHeight - tile.gap - subtitleHeight,
  };
  drawTiles(pdf, page.pages, tiles);
  return lettering;
}

function drawBorder(pdf: PDFKit.PDFDocument, width: number, height: number, margin: number): void {
  pdf.strokeColor("black");
  for (const [inset, line, radius] of [
    [margin, border.line, border.radius],
    [margin + border.inner, border.innerLine, border.radius - border.inner],
  ]) {
    const edge = points(inset + line / 2);
    pdf.lineWidth(points(line));
    pdf
      .roundedRect(edge, edge, points(width) - 2 * edge, points(height) - 2 * edge, points(Math.max(0, radius)))
      .stroke();
  }
}

/** Letters to color are paths; the title as text lies over them unseen, so that it can be selected and found. */
function writeTitle(pdf: PDFKit.PDFDocument, lettering: Lettering, typesetter: Typesetter): void {
  drawLettering(pdf, lettering);
  for (const { line, place } of lettering.lines) {
    typesetter.write(line, points(place.left), points(place.baseline), points(place.em), "unseen");
  }
}

function writeSubtitle(pdf: PDFKit.PDFDocument, typesetter: Typesetter, text: string, centre: number, y: number): void {
  const line = setLine(readable(text), 450);
  pdf.fillColor("black");
  typesetter.write(line, points(centre) - (line.width * subtitlePoints) / 2, points(y), subtitlePoints);
}

function drawTiles(pdf: PDFKit.PDFDocument, pages: PageDocument[], area: Box): void {
  const shown = pages.slice(0, mostShown);
  const sizes = shown.map(({ ink }) => ({ width: Math.max(1, ink[2] - ink[0]), height: Math.max(1, ink[3] - ink[1]) }));
  const cells = arrange(
    sizes.map(({ width, height }) => width / height),
    area,
    tile.gap,
  );
  for (const [i, cell] of cells.entries()) {
    const page = shown[i];
    const { width, height } = sizes[i];
    const strokes = page.strokes.filter((data) => !isFrame(data));
    // A drawing with a frame gives it up for the tile's; another gets some air.
    const padding = strokes.length < page.strokes.length ? 0 : tile.padding;
    const zoom = Math.min((cell.width - 2 * padding) / width, (cell.height - 2 * padding) / height);
    const left = cell.left + (cell.width - width * zoom) / 2;
    const top = cell.top + (cell.height - height * zoom) / 2;
    pdf.lineWidth(points(tile.line)).strokeColor("black");
    pdf
      .rect(
        points(left - padding),
        points(top - padding),
        points(width * zoom + 2 * padding),
        points(height * zoom + 2 * padding),
      )
      .stroke();
    const place = { left: left - page.ink[0] * zoom, top: top - page.ink[1] * zoom, zoom };
    drawStrokes(pdf, { ...page, strokes, dashes: null }, place, Math.max(thinnest, page.line * zoom));
  }
}
