import { batchTitle } from "@/app/_data/batch-title";
import type { BatchView } from "@/lib/contracts/status";
import type { PackageParts, StageFigure } from "@/lib/contracts/trace";
import { bar, html, type Markup } from "./markup";
import type { Reader } from "./reader";
import { spanName } from "./span-name";

/** The batch in a few figures. */
export function headSection({ job, states, trace, formats }: Reader, batch: BatchView): Markup {
  const t = trace.report;
  const took =
    batch.started_at && batch.finished_at ? Date.parse(batch.finished_at) - Date.parse(batch.started_at) : null;
  const facts: [string, string][] = [
    [t.status, states.statuses[batch.status]],
    [t.items, String(batch.total_items)],
    [t.good, String(batch.processed)],
    [t.failed, String(batch.failed)],
    [t.took, took === null ? "–" : formats.duration(took)],
    [t.size, formats.size(batch.total_size)],
    [t.begun, batch.started_at === null ? "–" : clockOf(batch.started_at)],
    [t.id, batch.batch_id],
  ];
  return html`<header><h1>${t.title}</h1><p class="quiet">${batchTitle(batch, job)}</p>
<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></header>`;
}

/** A moment as a report says it, which is read anywhere: "2026-11-21 13:05:51 UTC". */
const clockOf = (iso: string): string => `${iso.slice(0, 19).replace("T", " ")} UTC`;

/** What each stage took, over the whole batch. */
export function stagesSection(reader: Reader, stages: readonly StageFigure[]): Markup | null {
  if (stages.length === 0) return null;
  const t = reader.trace.report;
  const { decimal, preciseDuration } = reader.formats;
  const most = Math.max(...stages.map(({ share }) => share), Number.MIN_VALUE);
  return html`<section><h2>${t.stages}</h2><div class="scroll"><table><thead><tr><th>${t.stage}</th><th class="n">${t.times}</th><th class="n">${t.median}</th><th class="n wide">${t.longest}</th><th class="n">${t.share}</th><th class="wide"></th></tr></thead><tbody>
${stages.map(
  (stage) =>
    html`<tr><th scope="row">${spanName(reader, stage.name)}${stage.errors > 0 ? html` <span class="failed">${t.errors(stage.errors)}</span>` : null}</th><td class="n">${stage.count}</td><td class="n">${preciseDuration(stage.median_ms)}</td><td class="n wide">${preciseDuration(stage.longest_ms)}</td><td class="n">${decimal(stage.share * 100, 1)} %</td><td class="wide">${bar(stage.share / most)}</td></tr>
`,
)}</tbody></table></div></section>`;
}

/** Parts of a package that are listed. */
const listed = 40;

/** What the deck's file holds. */
export function packageSection(
  { trace, formats: { decimal, size } }: Reader,
  parts: PackageParts | null,
): Markup | null {
  if (parts === null) return null;
  const p = trace.package;
  const most = Math.max(...parts.parts.map(({ compressed_bytes }) => compressed_bytes), 1);
  return html`<section><h2>${p.title}</h2><p>${p.ratio(decimal(parts.bytes / Math.max(1, parts.package_bytes), 1))}</p>
<p class="quiet">${p.partsShown(Math.min(listed, parts.parts.length), parts.count)}</p>
<div class="scroll"><table><thead><tr><th>${p.part}</th><th class="n wide">${p.before}</th><th class="n">${p.after}</th><th class="wide"></th></tr></thead><tbody>
${parts.parts.slice(0, listed).map(
  ({ name, bytes, compressed_bytes }) =>
    html`<tr><th scope="row">${name}</th><td class="n wide">${size(bytes)}</td><td class="n">${size(compressed_bytes)}</td><td class="wide">${bar(compressed_bytes / most)}</td></tr>
`,
)}</tbody></table></div></section>`;
}
