import { CircleAlert } from "lucide-react";
import { reasonsIn } from "@/app/_data/messages/reasons-in";
import { useMessages } from "@/app/_data/messages/use-messages";
import { problemWords } from "@/app/_data/problem";
import type { SlideTrace } from "@/lib/contracts/deck-trace";
import type { ItemView } from "@/lib/contracts/status";
import { useTraceLocation } from "../trace-location";
import { ElementTable } from "./element-table";
import { rowOfShapes, shapesOf } from "./shown-shapes";
import { SlidePictures } from "./slide-pictures";

interface Props {
  batchId: string;
  item: ItemView;
  page: SlideTrace;
}

/** A slide beside what it was made from, and what became of each element. */
export function SlidePage({ batchId, item, page }: Props) {
  const traceMessages = useMessages("trace");
  const { problem } = useMessages("app");
  const reasons = useMessages("reasons");
  const t = useMessages("trace").pages;
  const { get, go } = useTraceLocation();
  const { mapper_results, reason_texts, parse_result, summary } = page.pipeline_trace;
  const texts = reasonsIn(reasons, reason_texts);
  const chosen = mapper_results.find(({ element_id }) => element_id === get("element")) ?? null;
  const choose = (element: string | null) => go({ element }, true);
  const chooseShapes = (shapeIds: number[]) => {
    const row = rowOfShapes(mapper_results, shapeIds);
    if (row) choose(row.element_id);
  };
  return (
    <article aria-label={t.named(page.page_number, page.source_file)} className="min-w-0 space-y-5">
      <header>
        <h2 className="break-words text-xl">{t.named(page.page_number, page.source_file)}</h2>
        {page.attempts > 1 && <p className="text-muted-foreground text-sm">{t.attempts(page.attempts)}</p>}
      </header>
      {parse_result.error !== null && (
        <div role="alert" className="flex gap-3 rounded-xl border border-failed bg-surface p-4 text-sm">
          <CircleAlert aria-hidden className="size-5 shrink-0 text-failed" />
          <div className="min-w-0">
            <p className="font-semibold text-failed">{t.failed}</p>
            <p className="break-words">{problemWords(problem, parse_result.error)}</p>
            <p className="tabular text-muted-foreground text-xs">{parse_result.error.code}</p>
          </div>
        </div>
      )}
      {parse_result.success && (
        <>
          <SlidePictures
            batchId={batchId}
            item={item}
            shapeIds={chosen === null ? [] : shapesOf(chosen)}
            onShapes={chooseShapes}
          />
          {mapper_results.length === 0 && (summary?.painted_elements ?? 0) > 0 ? (
            <p className="text-muted-foreground text-sm">{traceMessages.rowsNotKept}</p>
          ) : (
            <ElementTable rows={mapper_results} texts={texts} chosen={chosen} onChoose={choose} />
          )}
        </>
      )}
    </article>
  );
}
