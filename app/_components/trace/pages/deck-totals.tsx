import { useTraceSummary } from "@/app/_data/get-trace";
import { useMessages } from "@/app/_data/messages/use-messages";
import { useFormats } from "@/app/_data/use-formats";
import type { DeckSummary } from "@/lib/contracts/deck-trace";
import { useTraceLocation } from "../trace-location";
import { TraceProblem } from "../trace-states";

/** Rows of a list of the most. */
const listed = 5;

/** The figures of the whole deck. */
export function DeckTotals({ id, live }: { id: string; live: boolean }) {
  const { data, error, isFetching, refetch } = useTraceSummary(id, live);
  if (error && !data) return <TraceProblem problem={error} retrying={isFetching} onRetry={() => void refetch()} />;
  const summary = data?.trace_data.deck_summary;
  if (!summary || summary.painted_elements === 0) return null;
  return <Totals summary={summary} />;
}

function Totals({ summary }: { summary: DeckSummary }) {
  const reasons = useMessages("reasons");
  const t = useMessages("trace").totals;
  const { number, preciseDuration, size } = useFormats();
  const { go } = useTraceLocation();
  const { native_elements, painted_elements, not_drawn_elements, native_share } = summary;
  const percent = native_share === null ? null : Math.floor(native_share * 1000) / 10;
  return (
    <section aria-labelledby="deck-totals" className="space-y-3">
      <h2 id="deck-totals" className="text-lg">
        {t.title}
      </h2>
      <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-4">
        <Card title={t.share}>
          <p className="tabular font-semibold text-3xl">{percent === null ? "–" : `${number(percent)} %`}</p>
          <p className="text-muted-foreground">{t.shareOf(native_elements, painted_elements - not_drawn_elements)}</p>
        </Card>
        <Card title={t.leaving}>
          <Rows
            rows={summary.left_native_reasons.slice(0, listed).map(({ code, text, count, page_number }) => ({
              key: code,
              name: reasons.said(code, text),
              value: String(count),
              onChoose: () => go({ page: String(page_number), element: null, format: null, reason: code }, true),
            }))}
          />
        </Card>
        <Card title={t.slowest}>
          <Rows
            rows={summary.slowest_elements.slice(0, listed).map(({ page_number, element_id, processing_time_ms }) => ({
              key: `${page_number} ${element_id}`,
              name: `${element_id}, ${t.onPage(page_number)}`,
              value: preciseDuration(processing_time_ms),
              onChoose: () => go({ page: String(page_number), element: element_id, format: null, reason: null }, true),
            }))}
          />
        </Card>
        <Card title={t.media}>
          <Rows
            rows={summary.largest_media.slice(0, listed).map(({ sha256, media_type, bytes, page_number }) => ({
              key: sha256,
              name: `${media_type.replace("image/", "").toUpperCase()}, ${t.onPage(page_number)}`,
              value: size(bytes),
              onChoose: () => go({ page: String(page_number), element: null, format: null, reason: null }, true),
            }))}
          />
        </Card>
      </div>
    </section>
  );
}

function Card({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div className="min-w-0 space-y-1.5 rounded-xl border border-hairline bg-surface p-4 text-sm">
      <h3 className="text-muted-foreground text-sm">{title}</h3>
      {children}
    </div>
  );
}

interface Row {
  key: string;
  name: string;
  value: string;
  onChoose?(): void;
}

function Rows({ rows }: { rows: Row[] }) {
  const t = useMessages("trace").totals;
  if (rows.length === 0) return <p>{t.nothing}</p>;
  return (
    <ul>
      {rows.map(({ key, name, value, onChoose }) => (
        <li key={key} className="flex items-baseline justify-between gap-3 py-0.5">
          {onChoose ? (
            <button
              type="button"
              onClick={onChoose}
              className="min-h-11 min-w-11 break-words text-left text-accent hover:underline sm:min-h-6"
            >
              {name}
            </button>
          ) : (
            <span className="min-w-0 break-words">{name}</span>
          )}
          <span className="tabular shrink-0 text-muted-foreground text-xs">{value}</span>
        </li>
      ))}
    </ul>
  );
}
