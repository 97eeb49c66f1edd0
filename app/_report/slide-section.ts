import { reasonsIn } from "@/app/_data/messages/reasons-in";
import { problemWords } from "@/app/_data/problem";
import type { MapperRow, SlideTrace } from "@/lib/contracts/deck-trace";
import type { Album } from "./album";
import { html, type Markup } from "./markup";
import type { Reader } from "./reader";

/** Elements of a slide that are listed. */
const listed = 150;

/** A slide: its pictures, and what became of its elements. */
export async function slideSection(reader: Reader, page: SlideTrace, album: Album): Promise<Markup> {
  const t = reader.trace.pages;
  const { mapper_results: rows, reason_texts, parse_result, summary } = page.pipeline_trace;
  const number = page.page_number;
  const name = t.named(number, page.source_file);
  if (parse_result.error !== null) {
    return html`<details open><summary class="failed">${name}</summary><div><p>${problemWords(reader.app.problem, parse_result.error)}</p></div></details>`;
  }
  const pictures = [
    await album.page(`pages/${number}/source`, t.source, t.sourceAlt(page.source_file)),
    await album.page(`pages/${number}/slide`, t.result, t.resultAlt(page.source_file)),
  ];
  const share = summary?.native_share ?? null;
  const wereKept = rows.length > 0 || summary?.painted_elements === 0;
  const elements = wereKept
    ? elementTable(reader, rows, reasonsIn(reader.reasons, reason_texts))
    : html`<p class="quiet">${reader.trace.rowsNotKept}</p>`;
  return html`<details><summary>${name} <span class="quiet">${share === null ? "" : `${reader.trace.totals.share} ${Math.floor(share * 100)} %`}</span></summary><div>
<div class="pictures">${pictures}</div>
<h3>${t.elements}</h3>${elements}</div></details>`;
}

function elementTable(reader: Reader, rows: readonly MapperRow[], texts: Record<string, string>): Markup {
  const t = reader.trace.pages;
  return html`<p class="quiet">${t.shown(Math.min(listed, rows.length), rows.length)}</p>
<div class="scroll"><table><thead><tr><th class="n">${t.line}</th><th>${t.element}</th><th>${t.became}</th><th>${t.why}</th><th class="n wide">${t.bytes}</th><th class="n wide">${t.time}</th></tr></thead><tbody>
${rows.slice(0, listed).map((row) => elementRow(reader, row, texts))}</tbody></table></div>`;
}

function elementRow({ trace, formats }: Reader, row: MapperRow, texts: Record<string, string>): Markup {
  const t = trace.pages;
  const why = [...row.reasons.map((code) => texts[code] ?? code), ...row.details].join(" ");
  return html`<tr><td class="n">${row.source_line}</td><th scope="row">${row.element_id}<br><span class="quiet">${row.element_type}</span></th><td class="word">${t.formats[row.output_format]}</td><td>${why || t.noReason}</td><td class="n wide">${formats.size(row.output_size_bytes)}</td><td class="n wide">${formats.preciseDuration(row.processing_time_ms)}</td></tr>
`;
}
