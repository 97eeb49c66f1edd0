"use client";

import { useBatchProgress } from "@/app/_data/batch-progress";
import { useBatch } from "@/app/_data/get-batch";
import { isTerminal } from "@/lib/contracts/status";
import { JobLoading, JobMissing } from "../job/job-missing";
import { ComparePanel } from "./compare/compare-panel";
import { PackagePanel } from "./package/package-panel";
import { PagesPanel } from "./pages/pages-panel";
import { Timeline } from "./timeline/timeline";
import { TraceHeader } from "./trace-header";
import { type TraceTab, useTraceLocation } from "./trace-location";
import { TraceTabs } from "./trace-tabs";

const panels = {
  timeline: Timeline,
  pages: PagesPanel,
  package: PackagePanel,
  compare: ComparePanel,
} satisfies Record<TraceTab, unknown>;

/** What happened in a batch; while it runs, what happens. */
export function TraceView({ id }: { id: string }) {
  const { data: batch, error, isPending, isFetching, refetch } = useBatch(id);
  const { tab, go } = useTraceLocation();
  useBatchProgress(id, isPending || (batch !== undefined && !isTerminal(batch.status)));
  if (isPending) return <JobLoading />;
  if (!batch || error?.code === "not_found") {
    return <JobMissing problem={error} retrying={isFetching} onRetry={() => void refetch()} />;
  }
  const Panel = panels[tab];
  return (
    <div className="space-y-5">
      <TraceHeader batch={batch} />
      <TraceTabs tab={tab} onTab={(next) => go({ tab: next === "timeline" ? null : next }, true)} />
      <section role="tabpanel" id="trace-panel" aria-labelledby={`trace-tab-${tab}`}>
        <Panel batch={batch} />
      </section>
    </div>
  );
}
