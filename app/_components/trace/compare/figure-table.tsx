import { useMessages } from "@/app/_data/messages/use-messages";
import { useFormats } from "@/app/_data/use-formats";
import type { BatchView } from "@/lib/contracts/status";
import type { BatchTrace } from "@/lib/contracts/trace";
import { ratio } from "@/lib/trace/compare";
import { FramedTable } from "../framed-table";

export interface ComparedBatch {
  batch: BatchView;
  trace: BatchTrace;
}

interface Figure {
  name: string;
  amounts: [number | null, number | null];
  shown(amount: number): string;
}

/** The two batches as wholes. */
export function FigureTable({ one, other }: { one: ComparedBatch; other: ComparedBatch }) {
  const t = useMessages("trace").compare;
  const { decimal } = useFormats();
  const figures = useFigures(one, other);
  const times = (value: number | null): string => (value === null ? t.missing : `${decimal(value, 2)} ×`);
  return (
    <section aria-labelledby="figures" className="space-y-3">
      <h3 id="figures" className="text-lg">
        {t.figures}
      </h3>
      <FramedTable
        labelledBy="figures"
        head={
          <>
            <th>{t.figure}</th>
            <th className="text-right">{t.this}</th>
            <th className="text-right">{t.other}</th>
            <th className="text-right">{t.ratio}</th>
          </>
        }
      >
        {figures.map(({ name, amounts: [mine, theirs], shown }) => (
          <tr key={name} className="border-hairline not-last:border-b *:px-3 *:py-2">
            <th scope="row" className="text-left font-medium">
              {name}
            </th>
            <td className="tabular whitespace-nowrap text-right">{mine === null ? t.missing : shown(mine)}</td>
            <td className="tabular whitespace-nowrap text-right">{theirs === null ? t.missing : shown(theirs)}</td>
            <td className="tabular whitespace-nowrap text-right text-muted-foreground">{times(ratio(mine, theirs))}</td>
          </tr>
        ))}
      </FramedTable>
    </section>
  );
}

function useFigures(one: ComparedBatch, other: ComparedBatch): Figure[] {
  const t = useMessages("trace").compare;
  const { duration, number, size } = useFormats();
  const both = (of: (batch: ComparedBatch) => number | null): Figure["amounts"] => [of(one), of(other)];
  const figures: Figure[] = [
    { name: t.items, amounts: both(({ batch }) => batch.total_items), shown: String },
    { name: t.took, amounts: both(tookMs), shown: duration },
    { name: t.perItem, amounts: both(workMs), shown: duration },
    { name: t.size, amounts: both(({ batch }) => batch.total_size), shown: size },
  ];
  const native = both(({ trace }) => trace.trace_data.deck_summary?.native_share ?? null);
  if (one.batch.kind === "deck") {
    figures.push({ name: t.native, amounts: native, shown: (share) => `${number(Math.floor(share * 1000) / 10)} %` });
  }
  return figures;
}

function tookMs({ batch: { started_at, finished_at } }: ComparedBatch): number | null {
  return started_at && finished_at ? Date.parse(finished_at) - Date.parse(started_at) : null;
}

/** Milliseconds of work by item, wherever stages ran side by side. */
function workMs({ batch, trace }: ComparedBatch): number | null {
  const work = trace.trace_data.stage_figures.reduce((sum, { total_ms }) => sum + total_ms, 0);
  return batch.total_items === 0 ? null : work / batch.total_items;
}
