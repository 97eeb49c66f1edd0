import { GitCompareArrows } from "lucide-react";
import { useBatch } from "@/app/_data/get-batch";
import { useTraceSummary } from "@/app/_data/get-trace";
import { useMessages } from "@/app/_data/messages/use-messages";
import type { BatchView } from "@/lib/contracts/status";
import { isTerminal } from "@/lib/contracts/terms/status";
import { EmptyState } from "../../ui/empty-state";
import { useTraceLocation } from "../trace-location";
import { TraceLoading, TraceProblem } from "../trace-states";
import { BatchChooser, useOthers } from "./batch-chooser";
import { type ComparedBatch, FigureTable } from "./figure-table";
import { StageTable } from "./stage-table";

/** Two batches side by side; the other one stands in the address. */
export function ComparePanel({ batch }: { batch: BatchView }) {
  const t = useMessages("trace").compare;
  const { get, go } = useTraceLocation();
  const other = get("with");
  const others = useOthers(batch);
  const alone = others?.length === 0 && other === null;
  return (
    <div className="space-y-8">
      <section aria-labelledby="compare" className="space-y-4">
        <h2 id="compare" className="text-lg">
          {t.title}
        </h2>
        {!alone && <BatchChooser others={others ?? []} chosen={other} onChoose={(id) => go({ with: id }, true)} />}
      </section>
      {other === null ? (
        <EmptyState
          icon={GitCompareArrows}
          title={alone ? t.noOthers : t.chooseNone}
          detail={alone ? t.noOthersDetail : t.hint}
        />
      ) : (
        <Comparison key={other} batch={batch} otherId={other} />
      )}
    </div>
  );
}

function Comparison({ batch, otherId }: { batch: BatchView; otherId: string }) {
  const other = useBatch(otherId);
  const mine = useTraceSummary(batch.batch_id, !isTerminal(batch.status));
  const theirs = useTraceSummary(otherId, other.data !== undefined && !isTerminal(other.data.status));
  const failed = [other, mine, theirs].find(({ data, error }) => data === undefined && error !== null);
  if (failed?.error) {
    return <TraceProblem problem={failed.error} retrying={failed.isFetching} onRetry={() => void failed.refetch()} />;
  }
  if (!other.data || !mine.data || !theirs.data) return <TraceLoading />;
  const one: ComparedBatch = { batch, trace: mine.data };
  const two: ComparedBatch = { batch: other.data, trace: theirs.data };
  return (
    <>
      <FigureTable one={one} other={two} />
      <StageTable one={one} other={two} />
    </>
  );
}
