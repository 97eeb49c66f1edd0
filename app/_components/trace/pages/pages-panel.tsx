import { FileQuestion } from "lucide-react";
import { coloringPageTraceSchema, slideTraceSchema } from "@/app/_data/contracts";
import { useTracePage } from "@/app/_data/get-trace";
import { useMessages } from "@/app/_data/messages/use-messages";
import type { BatchView, ItemView } from "@/lib/contracts/status";
import { isTerminal } from "@/lib/contracts/terms/status";
import { EmptyState } from "../../ui/empty-state";
import { useTraceLocation } from "../trace-location";
import { TraceLoading, TraceProblem } from "../trace-states";
import { ColoringPage } from "./coloring-page";
import { DeckTotals } from "./deck-totals";
import { PageChooser } from "./page-chooser";
import { SlidePage } from "./slide-page";

/** One page at a time, beside the list of all. */
export function PagesPanel({ batch }: { batch: BatchView }) {
  const { get, go } = useTraceLocation();
  const items = batch.items ?? [];
  const asked = Number(get("page"));
  const number = Number.isInteger(asked) && asked >= 1 && asked <= items.length ? asked : 1;
  const item = items[number - 1];
  const choose = (page: number) => go({ page: String(page), element: null, format: null, reason: null }, true);
  return (
    <div className="space-y-6">
      {batch.kind === "deck" && <DeckTotals id={batch.batch_id} live={!isTerminal(batch.status)} />}
      <div className="grid gap-x-6 gap-y-4 lg:grid-cols-[15rem_minmax(0,1fr)]">
        <PageChooser items={items} number={number} onChoose={choose} />
        {item && <Page key={number} batch={batch} item={item} />}
      </div>
    </div>
  );
}

function Page({ batch, item }: { batch: BatchView; item: ItemView }) {
  const t = useMessages("trace");
  const live = !isTerminal(batch.status);
  const { data, error, isPending, isFetching, refetch } = useTracePage(batch.batch_id, item.index + 1, live);
  if (isPending) return <TraceLoading />;
  if (data === undefined) return <TraceProblem problem={error} retrying={isFetching} onRetry={() => void refetch()} />;
  const [page] = data.trace_data.debug_trace;
  if (page === undefined) return <EmptyState icon={FileQuestion} title={t.keptNoneTitle} detail={t.keptNoneDetail} />;
  return batch.kind === "deck" ? (
    <SlidePage batchId={batch.batch_id} item={item} page={slideTraceSchema.parse(page)} />
  ) : (
    <ColoringPage batchId={batch.batch_id} item={item} page={coloringPageTraceSchema.parse(page)} />
  );
}
