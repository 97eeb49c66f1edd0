import { type RefObject, useEffect, useImperativeHandle, useState } from "react";
import { useSheet } from "@/app/_data/get-sheet";
import { useMessages } from "@/app/_data/messages/use-messages";
import { useFormats } from "@/app/_data/use-formats";
import type { SheetView } from "@/lib/contracts/sheet";
import type { BatchKind, ItemView } from "@/lib/contracts/status";
import { RevealSlider } from "../../ui/reveal";
import { useZoom, type ZoomControl } from "../../ui/zoom/use-zoom";
import { ZoomPane } from "../../ui/zoom/zoom-pane";
import type { Extent } from "../../ui/zoom/zoom-view";
import { PageLayers } from "./page-layers";
import { pictureOf, sourceUrl, toPrint } from "./page-picture";
import { PrintedSheet } from "./printed-sheet";
import { shareOfPage, trueScale } from "./true-size";
import type { Look } from "./viewer-actions";

interface Props {
  batchId: string;
  kind: BatchKind;
  item: ItemView;
  look: Look;
  /** Given the means to look closer, for keys and buttons. */
  closer: RefObject<ZoomControl | null>;
  /** Whether somebody waits for it to be printed. */
  printing: boolean;
  onPrinted(): void;
}

/** One page in a pane of its own, whole until somebody looks closer. */
export function PageView({ batchId, kind, item, look, closer, printing, onPrinted }: Props) {
  const t = useMessages("viewer");
  const paperWords = usePaperWords();
  const [page, setPage] = useState<Extent | null>(null);
  const [share, setShare] = useState(50);
  const control = useZoom(page);
  const [unprinted, setUnprinted] = useState(false);
  const print = toPrint(item);
  const { data: sheet = null, isPending } = useSheet(batchId, kind === "coloring" ? item.index + 1 : null);
  useImperativeHandle(closer, () => control);
  const { view, room } = control;
  const onPaper = look === "paper" && page && sheet && room ? trueScale(page, sheet) : null;
  const { showAt } = control;
  // biome-ignore lint/correctness/useExhaustiveDependencies: paper is shown at its size when one turns to it, not whenever the pane changes.
  useEffect(() => {
    if (onPaper !== null) showAt(onPaper);
  }, [onPaper]);
  const result = (
    <img
      src={pictureOf(item)?.url}
      alt={t.resultAlt[kind](item.name)}
      draggable={false}
      onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
        setPage({ width: naturalWidth, height: naturalHeight })
      }
      className="absolute inset-0 size-full"
    />
  );
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <ZoomPane control={control} picture={page}>
        <PageLayers
          look={look}
          name={item.name}
          sourceUrl={sourceUrl(batchId, item)}
          result={result}
          sheet={sheet}
          share={view && page && room ? shareOfPage(share, view, page, room) : share}
          unit={view ? 1 / view.scale : 1}
        />
      </ZoomPane>
      {kind === "coloring" && print && !isPending && (
        <PrintedSheet
          url={print.url}
          sheet={sheet}
          asked={printing}
          onPrinted={(printed) => {
            setUnprinted(!printed);
            onPrinted();
          }}
        />
      )}
      {/* Its place stays when it goes: otherwise the page would jump. */}
      <div className="h-11">
        {look === "both" && <RevealSlider label={t.slider} share={share} onShare={setShare} />}
      </div>
      <div className="flex min-h-6 justify-between gap-4 px-4 text-muted-foreground text-sm">
        {look === "both" && <span aria-hidden>{t.modes[kind].source}</span>}
        <p className="flex-1 text-center">
          {page === null && t.loading}
          {unprinted && t.unprinted}
          {view && t.percent(Math.round((100 * view.scale) / (onPaper ?? 1)))}
          {onPaper && sheet && ` · ${paperWords(sheet)}`}
        </p>
        {look === "both" && <span aria-hidden>{t.modes[kind].result}</span>}
      </div>
    </div>
  );
}

function usePaperWords(): (sheet: SheetView) => string {
  const t = useMessages("viewer");
  const { number } = useFormats();
  const rounded = (mm: number): string => number(Math.round(mm * 10) / 10);
  return ({ width_mm, height_mm, margin_mm }) =>
    t.paper(rounded(width_mm), rounded(height_mm), margin_mm === 0 ? null : rounded(margin_mm));
}
