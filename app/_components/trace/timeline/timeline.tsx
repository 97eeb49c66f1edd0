import { ChartGantt } from "lucide-react";
import { useEffect, useMemo } from "react";
import { useTraceSpans } from "@/app/_data/get-trace";
import { messages } from "@/app/_data/messages";
import { type BatchView, isTerminal } from "@/lib/contracts/status";
import { traceTree } from "@/lib/trace/tree";
import { Button } from "../../ui/button";
import { EmptyState } from "../../ui/empty-state";
import { useTraceLocation } from "../trace-location";
import { TraceLoading, TraceProblem } from "../trace-states";
import { Inspector } from "./inspector";
import { Waterfall } from "./waterfall";

const t = messages.trace;

/** The spans of a batch; those of further items are fetched when they are asked for, or when the address names one. */
export function Timeline({ batch }: { batch: BatchView }) {
  const live = !isTerminal(batch.status);
  const trace = useTraceSpans(batch.batch_id, batch.total_items, live);
  const { spans, hasNextPage, isFetchingNextPage, fetchNextPage } = trace;
  const tree = useMemo(() => traceTree(spans), [spans]);
  const { get } = useTraceLocation();
  const wanted = get("span");
  const missing = wanted !== null && spans.length > 0 && !tree.byId.has(wanted);
  useEffect(() => {
    if (missing && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [missing, hasNextPage, isFetchingNextPage, fetchNextPage]);

  if (trace.isPending) return <TraceLoading />;
  if (trace.data === undefined)
    return <TraceProblem problem={trace.error} retrying={trace.isFetching} onRetry={() => void trace.refetch()} />;
  if (!trace.data.pages[0].trace_available) {
    return <EmptyState icon={ChartGantt} title={t.noneTitle} detail={t.noneDetail} />;
  }
  const chosen = wanted === null ? undefined : tree.byId.get(wanted);
  return (
    <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="min-w-0 space-y-3">
        <Waterfall
          tree={tree}
          chosen={chosen ?? null}
          onEnd={() => hasNextPage && !isFetchingNextPage && void fetchNextPage()}
        />
        {hasNextPage && (
          <p className="flex flex-wrap items-center gap-3 text-muted-foreground text-sm">
            {t.timeline.more(trace.loadedItems, batch.total_items)}
            <Button disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t.timeline.loadMore}
            </Button>
          </p>
        )}
      </div>
      <Inspector node={chosen ?? null} tree={tree} />
    </div>
  );
}
