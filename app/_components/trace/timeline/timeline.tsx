import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { stageItems, useStageFigures, useTraceOutline, useTraceStages } from "@/app/_data/get-timeline";
import { useMessages } from "@/app/_data/messages/use-messages";
import type { BatchView } from "@/lib/contracts/status";
import { isTerminal } from "@/lib/contracts/terms/status";
import { traceTree } from "@/lib/trace/tree";
import { Button } from "../../ui/button";
import { TraceLoading, TraceNone, TraceProblem } from "../trace-states";
import { TimelineView } from "./timeline-view";

interface Props {
  id: string;
  /** Undefined until it is known. */
  batch: BatchView | undefined;
}

/** What happened when: of a batch its items at once, of the items their stages where they are looked at. */
export function Timeline({ id, batch }: Props) {
  const t = useMessages("timeline");
  const live = batch !== undefined && !isTerminal(batch.status);
  const outline = useTraceOutline(id, live);
  const [parts, setParts] = useState<readonly number[]>([]);
  const stages = useTraceStages(id, parts, live);
  const { data: figures } = useStageFigures(
    id,
    batch !== undefined && !live && outline.data !== undefined && !outline.hasNextPage,
  );
  useLastLook(id, live);
  const tree = useMemo(() => traceTree([...outline.spans, ...stages.spans]), [outline.spans, stages.spans]);

  if (outline.isPending) return <TraceLoading />;
  if (outline.data === undefined)
    return (
      <TraceProblem problem={outline.error} retrying={outline.isFetching} onRetry={() => void outline.refetch()} />
    );
  const [{ trace_available, page_count }] = outline.data.pages;
  if (!trace_available) return <TraceNone waiting={batch === undefined || live} />;
  /** Asks for the stages of items, by their places in the batch. */
  const want = (places: Iterable<number>) => {
    const asked = new Set([...places].map((place) => Math.floor(place / stageItems)));
    setParts((was) => {
      const missing = [...asked].filter((part) => !was.includes(part));
      return missing.length === 0 ? was : [...was, ...missing];
    });
  };
  return (
    <div className="space-y-3">
      <TimelineView tree={tree} figures={figures} items={page_count} loadedItems={outline.loadedItems} onWant={want} />
      <p aria-live="polite" className="min-h-5 text-muted-foreground text-xs">
        {outline.loadedItems < page_count && t.itemsLoading(outline.loadedItems, page_count)}
        {stages.isLoading && ` ${t.stagesLoading}`}
      </p>
      {outline.isError && <Again said={t.itemsFailed} onAgain={() => void outline.fetchNextPage()} />}
      {stages.failed && <Again said={t.stagesFailed} onAgain={stages.retry} />}
    </div>
  );
}

/** When a batch ends, what was read while it ran is read once more. */
function useLastLook(id: string, live: boolean): void {
  const client = useQueryClient();
  const [was, setWas] = useState(live);
  useEffect(() => {
    if (was && !live) void client.invalidateQueries({ queryKey: ["trace", id] });
    setWas(live);
  }, [client, id, live, was]);
}

function Again({ said, onAgain }: { said: string; onAgain(): void }) {
  const t = useMessages("timeline");
  return (
    <div role="alert" className="flex flex-wrap items-center gap-3 text-failed text-sm">
      {said}
      <Button onClick={onAgain}>{t.loadAgain}</Button>
    </div>
  );
}
