import PDFDocument from "pdfkit";
import { TracepressError } from "@/lib/errors";
import type { ArtifactDraft, ClosingJob, StageContext } from "../pipeline";
import { mmPerPoint } from "./options";
import { fontPaths, fontRuns } from "./print/fonts";
import { type PageDocument, pageDocumentSchema, pageDocumentType } from "./print/page-document";

/** The same batch gives the same bytes, so the book is always as old as this. */
const fixedDate = new Date(Date.UTC(2000, 0, 1));
const titlePoints = 34;
const subtitlePoints = 14;

/** Closing stage: binds the finished pages into one vector PDF, with a title page in front. */
export async function book(
  job: ClosingJob<unknown>,
  { files, span, progress }: StageContext,
): Promise<ArtifactDraft[]> {
  const keys = job.items.flatMap(({ artifacts }) =>
    artifacts.filter(({ media_type }) => media_type === pageDocumentType).map(({ blob }) => blob.key),
  );
  if (!keys.length) throw new TracepressError("page_rejected", "There is no finished page to bind into a book.");
  const pdf = openBook(job.title);
  const bytes = collect(pdf);
  for (const [index, key] of keys.entries()) {
    const page = await readPage(await files.read(key));
    if (index === 0) addTitlePage(pdf, job.title, keys.length, page);
    addPage(pdf, page);
    progress((index + 1) / keys.length);
  }
  pdf.end();
  const bound = await bytes;
  span.set("book.pages", keys.length + 1);
  span.set("book.bytes", bound.length);
  const blob = await files.write(bound);
  return [{ name: "book.pdf", media_type: "application/pdf", blob, role: "output" }];
}

async function readPage(bytes: Buffer): Promise<PageDocument> {
  return pageDocumentSchema.parse(JSON.parse(bytes.toString("utf8")));
}

function openBook(title: string): PDFKit.PDFDocument {
  return new PDFDocument({
    autoFirstPage: false,
    // Named so that pdfkit does not look for its Helvetica, whose files a bundler may have left behind.
    font: fontPaths[0],
    info: { Title: title, Producer: "Tracepress", Creator: "Tracepress", CreationDate: fixedDate },
  });
}

function collect(pdf: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
    pdf.on("end", () => resolve(Buffer.concat(chunks)));
    pdf.on("error", reject);
  });
}

const points = (mm: number): number => mm / mmPerPoint;

function openSheet(pdf: PDFKit.PDFDocument, page: PageDocument): void {
  pdf.addPage({ size: [points(page.width), points(page.height)], margin: 0 });
}

/** Draws the strokes with the drawing's origin at `left`, `top` and `zoom` times its size; lengths in mm. */
function drawStrokes(pdf: PDFKit.PDFDocument, page: PageDocument, left = 0, top = 0, zoom = 1): void {
  pdf.save().translate(points(left), points(top)).scale(points(zoom));
  pdf.lineCap("round").lineJoin("round").lineWidth(page.line).strokeColor("black");
  if (page.dash) pdf.dash(page.dash[0], { space: page.dash[1] });
  for (const data of page.strokes) pdf.path(data).stroke();
  pdf.restore();
}

function addPage(pdf: PDFKit.PDFDocument, page: PageDocument): void {
  openSheet(pdf, page);
  drawStrokes(pdf, page);
  if (!page.caption) return;
  pdf.save().scale(points(1)).lineJoin("round").lineWidth(page.caption.line).strokeColor("black");
  for (const data of page.caption.paths) pdf.path(data).stroke();
  pdf.restore();
}

/** The book's name, how many pages it has, and its first page in small. */
function addTitlePage(pdf: PDFKit.PDFDocument, title: string, pages: number, first: PageDocument): void {
  openSheet(pdf, first);
  const zoom = 0.55;
  drawStrokes(pdf, first, (first.width * (1 - zoom)) / 2, first.height * 0.33, zoom);
  writeCentred(pdf, title, titlePoints, points(first.height * 0.14), points(first.width));
  writeCentred(
    pdf,
    pages === 1 ? "One page to color" : `${pages} pages to color`,
    subtitlePoints,
    points(first.height * 0.23),
    points(first.width),
  );
}

/** One centred line, as small as it must be to fit into 80 % of the width. Lengths in points. */
function writeCentred(pdf: PDFKit.PDFDocument, text: string, size: number, top: number, width: number): void {
  const runs = fontRuns(text.replace(/\s+/g, " ").trim());
  const widthAt = (points: number) =>
    runs.reduce((sum, run) => sum + pdf.font(fontPaths[run.font]).fontSize(points).widthOfString(run.text), 0);
  const fitted = Math.min(size, (size * 0.8 * width) / Math.max(1, widthAt(size)));
  let left = (width - widthAt(fitted)) / 2;
  for (const run of runs) {
    pdf.font(fontPaths[run.font]).fontSize(fitted).fillColor("black");
    pdf.text(run.text, left, top, { lineBreak: false });
    left += pdf.widthOfString(run.text);
  }
}
