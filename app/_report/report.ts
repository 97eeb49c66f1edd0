import type { Language } from "@/app/_data/messages/languages";
import type { Db } from "@/db/client";
import type { BatchRow } from "@/db/schema";
import { batchView } from "@/lib/batch/view";
import { slideTraceSchema } from "@/lib/contracts/deck-trace";
import { coloringPageTraceSchema } from "@/lib/contracts/trace";
import type { BlobStore } from "@/lib/files/blobs";
import { batchSpans } from "@/lib/trace/batch-spans";
import { partsOfDeck } from "@/lib/trace/document";
import { tracePages } from "@/lib/trace/pages";
import { stageFigures } from "@/lib/trace/stage-figures";
import { Album } from "./album";
import { coloringSection } from "./coloring-section";
import { headSection, packageSection, stagesSection } from "./figures";
import { html, type Markup } from "./markup";
import { type Reader, readerOf } from "./reader";
import { sheet } from "./sheet";
import { slideSection } from "./slide-section";

/** Pages that are in a report one by one; its figures are of all. */
const mostPages = 60;

/** Nothing in the file runs, and nothing is fetched: what is seen is in it. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** One batch's trace as one HTML file that is read without a server, piece by piece, in the reader's language. */
export async function* reportDocument(
  rooms: { db: Db; blobs: BlobStore },
  row: BatchRow,
  language: Language,
): AsyncGenerator<string> {
  const reader = await readerOf(language);
  const t = reader.trace.report;
  const batch = batchView(rooms.db, row, true);
  const items = batch.items ?? [];
  yield `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="${policy}">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>${html`${t.title}, ${batch.batch_id}`.text}</title>
<style>${sheet}</style></head><body><main>`;
  yield headSection(reader, batch).text;
  yield textOf(stagesSection(reader, stageFigures(batchSpans(rooms.db, row, { from: 0, count: row.totalItems }))));
  yield textOf(packageSection(reader, await partsOfDeck(rooms, row.id)));
  yield html`<section><h2>${t.pages}</h2><p class="quiet">${t.pagesShown(Math.min(mostPages, items.length), items.length)}</p>`
    .text;
  const album = new Album(rooms, row.id);
  for await (const text of tracePages(rooms.db, rooms.blobs, row, { from: 0, count: mostPages })) {
    yield (await pageSection(reader, row, JSON.parse(text), items, album)).text;
  }
  yield html`</section>${album.left > 0 ? html`<p class="quiet">${t.picturesLeft(album.left)}</p>` : null}</main></body></html>
`.text;
}

function pageSection(
  reader: Reader,
  { kind }: BatchRow,
  page: unknown,
  items: NonNullable<ReturnType<typeof batchView>["items"]>,
  album: Album,
): Promise<Markup> {
  if (kind === "deck") return slideSection(reader, slideTraceSchema.parse(page), album);
  const coloring = coloringPageTraceSchema.parse(page);
  return coloringSection(reader, coloring, items[coloring.page_number - 1], album);
}

const textOf = (markup: Markup | null): string => markup?.text ?? "";
