import type { z } from "zod";
import { traceMessages } from "@/app/_data/messages/trace";
import { preciseDuration } from "@/app/_data/precise-duration";
import type { ItemView } from "@/lib/contracts/status";
import type { coloringPageTraceSchema, TraceAttributes } from "@/lib/contracts/trace";
import { factName, factValue } from "../_components/trace/pages/fact-words";
import type { Album } from "./album";
import { html, type Markup } from "./markup";
import { spanName } from "./span-name";

const t = traceMessages.pages;

/** A coloring page: its stages as pictures, and what each decided. */
export async function coloringSection(
  page: z.infer<typeof coloringPageTraceSchema>,
  item: ItemView,
  album: Album,
): Promise<Markup> {
  const stages = Object.entries(page.pipeline_trace);
  const pictures: (Markup | null)[] = [];
  for (const [stage, { proof_url }] of stages) {
    if (proof_url === null) continue;
    const title = t.proofs[stage] ?? stage;
    pictures.push(await album.page(`pages/${page.page_number}/proofs/${stage}`, title, t.proofAlt(title, item.name)));
  }
  pictures.push(await album.output(item, t.pageResult, t.resultAlt(item.name)));
  const name = t.named(page.page_number, page.source_file);
  const error = item.error && html`<p class="failed">${item.error.message}</p>`;
  return html`<details${item.error ? html` open` : null}><summary>${name}</summary><div>${error}
<div class="pictures">${pictures}</div><h3>${t.stages}</h3>
<div class="scroll"><table><thead><tr><th>${t.stage}</th><th class="n">${t.time}</th><th>${t.decided}</th></tr></thead><tbody>
${stages.map(
  ([stage, { duration_ms, attributes }]) =>
    html`<tr><th scope="row">${spanName(stage)}</th><td class="n">${preciseDuration(duration_ms)}</td><td>${facts(attributes)}</td></tr>
`,
)}</tbody></table></div></div></details>`;
}

const facts = (attributes: TraceAttributes): Markup[] =>
  Object.entries(attributes).map(
    ([name, value]) => html`<span class="quiet">${factName(name)}:</span> ${factValue(value)}<br>`,
  );
