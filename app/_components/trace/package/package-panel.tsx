import { useTraceSummary } from "@/app/_data/get-trace";
import { useMessages } from "@/app/_data/messages/use-messages";
import type { BatchView } from "@/lib/contracts/status";
import { isTerminal } from "@/lib/contracts/terms/status";
import { TraceLoading, TraceProblem } from "../trace-states";
import { Delivery } from "./delivery";
import { OutputFiles } from "./output-files";
import { PackageFigures } from "./package-figures";
import { PartTable } from "./part-table";
import { Treemap } from "./treemap";

/** What the batch was packed into and where that was sent. */
export function PackagePanel({ batch }: { batch: BatchView }) {
  const t = useMessages("trace").package;
  const live = !isTerminal(batch.status);
  const { data, error, isPending, isFetching, refetch } = useTraceSummary(batch.batch_id, live);
  if (isPending) return <TraceLoading />;
  if (data === undefined) return <TraceProblem problem={error} retrying={isFetching} onRetry={() => void refetch()} />;
  const { package_trace, package_parts, upload_trace, deck_summary } = data.trace_data;
  return (
    <div className="space-y-8">
      <section aria-labelledby="package" className="space-y-3">
        <h2 id="package" className="text-lg">
          {t.title}
        </h2>
        {package_trace === null ? (
          <p className="text-muted-foreground">{batch.kind === "deck" && live ? t.waiting : t.none}</p>
        ) : (
          <PackageFigures figures={package_trace} stageTimes={deck_summary?.stage_times_ms ?? null} />
        )}
        {package_parts && (
          <>
            <Treemap parts={package_parts} />
            <PartTable parts={package_parts} />
          </>
        )}
      </section>
      <OutputFiles batch={batch} />
      <Delivery report={upload_trace} />
    </div>
  );
}
