import type { Formats } from "@/app/_data/formats";
import { spanWord } from "@/app/_data/messages/span-word";
import { useMessages } from "@/app/_data/messages/use-messages";
import { useFormats } from "@/app/_data/use-formats";
import type { StageFigure } from "@/lib/contracts/trace";
import { type ComparedStage, comparedStages } from "@/lib/trace/compare";
import { FramedTable } from "../framed-table";
import type { ComparedBatch } from "./figure-table";
import { RatioMark } from "./ratio-mark";

/** Medians and shares of every stage of the two. */
export function StageTable({ one, other }: { one: ComparedBatch; other: ComparedBatch }) {
  const t = useMessages("trace").compare;
  const stages = comparedStages(one.trace.trace_data.stage_figures, other.trace.trace_data.stage_figures);
  return (
    <section aria-labelledby="stages" className="space-y-3">
      <h3 id="stages" className="text-lg">
        {t.stages}
      </h3>
      <FramedTable
        labelledBy="stages"
        headClassName="*:px-2 sm:*:px-3"
        head={
          <>
            <th>{t.stage}</th>
            <th className="text-right">
              {t.this}, {t.median.toLowerCase()}
            </th>
            <th className="text-right">
              {t.other}, {t.median.toLowerCase()}
            </th>
            <th className="text-right">{t.ratio}</th>
            <th className="w-1/3 max-md:hidden">{t.share}</th>
          </>
        }
      >
        {stages.map((stage) => (
          <StageRow key={stage.name} stage={stage} />
        ))}
      </FramedTable>
    </section>
  );
}

function StageRow({ stage: { name, one, other, medianRatio, shareShift } }: { stage: ComparedStage }) {
  const states = useMessages("states");
  const traceMessages = useMessages("trace");
  const t = useMessages("trace").compare;
  const formats = useFormats();
  return (
    <tr className="border-hairline not-last:border-b align-top *:px-2 *:py-2 sm:*:px-3">
      <th scope="row" className="text-left font-medium">
        {spanWord(states, traceMessages, name)}
      </th>
      <Median figure={one} />
      <Median figure={other} />
      <td className="text-right">
        <RatioMark ratio={medianRatio} />
      </td>
      <td className="max-md:hidden">
        <Share title={t.this} figure={one} tone="bg-muted-foreground" />
        <Share title={t.other} figure={other} tone="bg-accent" />
        <p className="tabular text-muted-foreground text-xs">{t.points(signed(shareShift * 100, formats))}</p>
      </td>
    </tr>
  );
}

function Median({ figure }: { figure: StageFigure | null }) {
  const t = useMessages("trace").compare;
  const { preciseDuration } = useFormats();
  const percentOf = usePercent();
  return (
    <td className="tabular whitespace-nowrap text-right">
      {figure === null ? t.missing : preciseDuration(figure.median_ms)}
      {figure && <span className="block text-muted-foreground text-xs md:hidden">{percentOf(figure)}</span>}
    </td>
  );
}

const percent = (figure: StageFigure | null): number => (figure?.share ?? 0) * 100;

function usePercent(): (figure: StageFigure | null) => string {
  const { decimal } = useFormats();
  return (figure) => `${decimal(percent(figure), 1)} %`;
}

function signed(points: number, { decimal }: Formats): string {
  const size = decimal(Math.abs(points), 1);
  return size === decimal(0, 1) ? size : `${points > 0 ? "+" : "−"}${size}`;
}

function Share({ title, figure, tone }: { title: string; figure: StageFigure | null; tone: string }) {
  const percentOf = usePercent();
  return (
    <div className="flex items-center gap-2">
      <span className="w-24 shrink-0 text-muted-foreground text-xs">{title}</span>
      <span className="h-2 min-w-0 flex-1">
        <span className={`block h-2 rounded-sm ${tone}`} style={{ width: `${percent(figure)}%`, minWidth: 2 }} />
      </span>
      <span className="tabular w-14 shrink-0 text-right text-xs">{percentOf(figure)}</span>
    </div>
  );
}
