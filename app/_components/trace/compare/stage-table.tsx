import { messages } from "@/app/_data/messages";
import { traceMessages } from "@/app/_data/messages/trace";
import { preciseDuration } from "@/app/_data/precise-duration";
import type { StageFigure } from "@/lib/contracts/trace";
import { type ComparedStage, comparedStages } from "@/lib/trace/compare";
import { FramedTable } from "../framed-table";
import type { ComparedBatch } from "./figure-table";
import { RatioMark } from "./ratio-mark";

const t = traceMessages.compare;

/** Medians and shares of every stage of the two. */
export function StageTable({ one, other }: { one: ComparedBatch; other: ComparedBatch }) {
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
  return (
    <tr className="border-hairline not-last:border-b align-top *:px-2 *:py-2 sm:*:px-3">
      <th scope="row" className="text-left font-medium">
        {traceMessages.spans[name] ?? messages.stages[name] ?? name}
      </th>
      <Median figure={one} />
      <Median figure={other} />
      <td className="text-right">
        <RatioMark ratio={medianRatio} />
      </td>
      <td className="max-md:hidden">
        <Share title={t.this} figure={one} tone="bg-muted-foreground" />
        <Share title={t.other} figure={other} tone="bg-accent" />
        <p className="tabular text-muted-foreground text-xs">{t.points(signed(shareShift * 100))}</p>
      </td>
    </tr>
  );
}

function Median({ figure }: { figure: StageFigure | null }) {
  return (
    <td className="tabular whitespace-nowrap text-right">
      {figure === null ? t.missing : preciseDuration(figure.median_ms)}
      {figure && <span className="block text-muted-foreground text-xs md:hidden">{percentOf(figure)}</span>}
    </td>
  );
}

const percentOf = (figure: StageFigure | null): string => `${((figure?.share ?? 0) * 100).toFixed(1)} %`;

function signed(points: number): string {
  const size = Math.abs(points).toFixed(1);
  return size === "0.0" ? size : `${points > 0 ? "+" : "−"}${size}`;
}

function Share({ title, figure, tone }: { title: string; figure: StageFigure | null; tone: string }) {
  return (
    <div className="flex items-center gap-2">
      <span className="w-24 shrink-0 text-muted-foreground text-xs">{title}</span>
      <span className="h-2 min-w-0 flex-1">
        <span
          className={`block h-2 rounded-sm ${tone}`}
          style={{ width: percentOf(figure).replace(" ", ""), minWidth: 2 }}
        />
      </span>
      <span className="tabular w-14 shrink-0 text-right text-xs">{percentOf(figure)}</span>
    </div>
  );
}
