import PDFDocument from "pdfkit";
import type { ColoringOptions } from "@/lib/contracts/coloring";
import { usualBookLanguage } from "@/lib/contracts/terms/coloring";
import { TracepressError } from "@/lib/errors";
import type { ArtifactDraft, ClosingJob, StageContext, StageFiles } from "../pipeline";
import { addPicturePage } from "./print/book/picture-page";
import { addTitlePage, mostShown } from "./print/book/title-page";
import { Typesetter } from "./print/book/typesetter";
import { bookWords } from "./print/book/words";
import { type PageDocument, pageDocumentSchema, pageDocumentType } from "./print/page-document";
import { readable } from "./print/type/lines";

/** The same batch gives the same bytes, so the book is always as old as this. */
const fixedDate = new Date(Date.UTC(2000, 0, 1));

/** Closing stage: binds the finished pages into one vector PDF, with a title page in front. */
export async function book(
  job: ClosingJob<ColoringOptions>,
  { files, span, signal }: StageContext,
): Promise<ArtifactDraft[]> {
  const keys = job.items.flatMap(({ artifacts }) =>
    artifacts.filter(({ media_type }) => media_type === pageDocumentType).map(({ blob }) => blob.key),
  );
  if (!keys.length) throw new TracepressError("page_rejected", "There is no finished page to bind into a book.");
  // A batch may be older than the choice.
  const words = bookWords[job.options.language ?? usualBookLanguage];
  const title = readable(job.options.title) || words.title;
  const pdf = openBook(title);
  const bytes = collect(pdf);
  const typesetter = new Typesetter(pdf);
  const shown = await Promise.all(keys.slice(0, mostShown).map((key) => readPage(files, key)));
  const lettering = addTitlePage(
    pdf,
    { title, subtitle: words.subtitle(job.items.length), sheet: shown[0], pages: shown },
    typesetter,
  );
  pdf.outline.addItem(title);
  for (const [index, key] of keys.entries()) {
    signal.throwIfAborted();
    const page = shown[index] ?? (await readPage(files, key));
    addPicturePage(pdf, page, job.options.page_numbers ? { value: index + 1, typesetter } : null);
    pdf.outline.addItem(readable(page.title) || words.page(index + 1));
  }
  typesetter.finish();
  pdf.end();
  const bound = await bytes;
  span.set("book.pages", keys.length + 1);
  span.set("book.bytes", bound.length);
  span.set("book.title", title);
  span.set("book.title_missing_characters", lettering?.missing ?? 0);
  span.set("book.page_numbers", job.options.page_numbers);
  const blob = await files.write(bound);
  return [{ name: "book.pdf", media_type: "application/pdf", blob, role: "output" }];
}

async function readPage(files: StageFiles, key: string): Promise<PageDocument> {
  return pageDocumentSchema.parse(JSON.parse((await files.read(key)).toString("utf8")));
}

function openBook(title: string): PDFKit.PDFDocument {
  return new PDFDocument({
    autoFirstPage: false,
    // None, so that pdfkit does not look for its Helvetica, whose files a bundler may have left behind.
    font: "",
    displayTitle: true,
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
