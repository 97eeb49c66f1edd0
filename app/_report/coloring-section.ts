import type { z } from "zod";
import { wordFor } from "@/app/_data/messages/word-for";
import { problemWords } from "@/app/_data/problem";
import type { ItemView } from "@/lib/contracts/status";
import type { coloringPageTraceSchema, TraceAttributes } from "@/lib/contracts/trace";
import { factName, factValue } from "../_components/trace/pages/fact-words";
import type { Album } from "./album";
import { html, type Markup } from "./markup";
import type { Reader } from "./reader";
import { spanName } from "./span-name";

/** A coloring page: its stages as pictures, and what each decided. */
export async function coloringSection(
  reader: Reader,
  page: z.infer<typeof coloringPageTraceSchema>,
  item: ItemView,
  album: Album,
): Promise<Markup> {
  const t = reader.trace.pages;
  const { preciseDuration } = reader.formats;
  const stages = Object.entries(page.pipeline_trace);
  const pictures: (Markup | null)[] = [];
  for (const [stage, { proof_url }] of stages) {
    if (proof_url === null) continue;
    const title = wordFor(t.proofs, stage) ?? stage;
    pictures.push(await album.page(`pages/${page.page_number}/proofs/${stage}`, title, t.proofAlt(title, item.name)));
  }
  pictures.push(await album.output(item, t.pageResult, t.resultAlt(item.name)));
  const name = t.named(page.page_number, page.source_file);
  const error = item.error && html`<p class="failed">${problemWords(reader.app.problem, item.error)}</p>`;
  return html`<details${item.error ? html` open` : null}><summary>${name}</summary><div>${error}
<div class="pictures">${pictures}</div><h3>${t.stages}</h3>
<div class="scroll"><table><thead><tr><th>${t.stage}</th><th class="n">${t.time}</th><th>${t.decided}</th></tr></thead><tbody>
${stages.map(
  ([stage, { duration_ms, attributes }]) =>
    html`<tr><th scope="row">${spanName(reader, stage)}</th><td class="n">${preciseDuration(duration_ms)}</td><td>${facts(reader, attributes)}</td></tr>
`,
)}</tbody></table></div></div></details>`;
}

const facts = ({ trace, formats }: Reader, attributes: TraceAttributes): Markup[] =>
  Object.entries(attributes).map(
    ([name, value]) =>
      html`<span class="quiet">${factName(trace, name)}:</span> ${factValue(trace, formats, value)}<br>`,
  );
