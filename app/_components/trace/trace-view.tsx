"use client";

import { useBatchProgress } from "@/app/_data/batch-progress";
import { useBatch } from "@/app/_data/get-batch";
import { isTerminal } from "@/lib/contracts/terms/status";
import { Queries } from "../ui/queries";
import { ComparePanel } from "./compare/compare-panel";
import { PackagePanel } from "./package/package-panel";
import { PagesPanel } from "./pages/pages-panel";
import { Timeline } from "./timeline/timeline";
import { TraceHeader } from "./trace-header";
import { useTraceLocation } from "./trace-location";
import { TraceExpired, TraceLoading, TraceProblem } from "./trace-states";
import { TraceTabs } from "./trace-tabs";

/** Panels that show nothing before the batch is known. */
const panels = { pages: PagesPanel, package: PackagePanel, compare: ComparePanel };

export const TraceView = ({ id }: { id: string }) => (
  <Queries>
    <BatchTrace id={id} />
  </Queries>
);

/** What happened in a batch; while it runs, what happens. */
function BatchTrace({ id }: { id: string }) {
  const { data: batch, error, isPending, isFetching, refetch } = useBatch(id);
  const { tab, go } = useTraceLocation();
  useBatchProgress(id, isPending || (batch !== undefined && !isTerminal(batch.status)));
  if (error?.code === "not_found") return <TraceExpired />;
  if (!batch && error) return <TraceProblem problem={error} retrying={isFetching} onRetry={() => void refetch()} />;
  const Panel = tab === "timeline" ? null : panels[tab];
  return (
    <div className="space-y-5">
      <TraceHeader id={id} batch={batch} />
      <TraceTabs tab={tab} onTab={(next) => go({ tab: next === "timeline" ? null : next }, true)} />
      <section role="tabpanel" id="trace-panel" aria-labelledby={`trace-tab-${tab}`}>
        {Panel === null ? <Timeline id={id} batch={batch} /> : batch ? <Panel batch={batch} /> : <TraceLoading />}
      </section>
    </div>
  );
}
