import { ChevronRight } from "lucide-react";
import { memo } from "react";
import { useMessages } from "@/app/_data/messages/use-messages";
import { useFormats } from "@/app/_data/use-formats";
import type { TraceRow } from "@/lib/trace/rows";
import type { TraceNode } from "@/lib/trace/tree";
import { columns } from "./ruler";
import { iconOf, toneOf } from "./span-looks";
import { SpanPills } from "./span-pills";
import { useSpanName } from "./use-span-name";

interface Props {
  row: TraceRow;
  /** From 0, among all rows. */
  index: number;
  /** In pixels. */
  height: number;
  chosen: boolean;
  critical: boolean;
  slow: boolean;
  onChoose(node: TraceNode, keep: boolean): void;
  onTurn(node: TraceNode, open: boolean): void;
  onShow(node: TraceNode): void;
}

/** One span: its name in the tree, how long it took, and in words what its bar shows. The keys are the grid's. */
export const SpanRow = memo(function SpanRow(props: Props) {
  const { row, index, height, chosen, critical, slow, onChoose, onTurn, onShow } = props;
  const { node, depth, open } = row;
  const name = useSpanName()(node);
  const inWords = useBarWords();
  const { preciseDuration } = useFormats();
  const Icon = iconOf(node);
  const folds = node.children.length > 0;
  return (
    <tr
      id={`span-${node.span.span_id}`}
      aria-level={depth + 1}
      aria-expanded={folds ? open : undefined}
      aria-selected={chosen}
      aria-rowindex={index + 2}
      onClick={() => onChoose(node, true)}
      onDoubleClick={() => onShow(node)}
      className={`${columns} absolute inset-x-0 cursor-pointer contain-strict items-center border-transparent border-l-2 text-sm hover:bg-hover aria-selected:border-accent aria-selected:bg-accent-soft max-sm:content-start max-sm:pt-1`}
      style={{ height, transform: `translateY(${index * height}px)` }}
    >
      <th
        scope="row"
        className="flex min-w-0 items-center gap-1.5 pr-2 text-left font-normal"
        style={{ paddingLeft: `calc(4px + ${depth} * var(--indent))` }}
      >
        {folds ? (
          <button
            type="button"
            tabIndex={-1}
            aria-hidden
            onClick={(event) => {
              event.stopPropagation();
              onTurn(node, !open);
            }}
            className="flex size-6 shrink-0 items-center justify-center rounded text-muted-foreground hover:text-foreground"
          >
            <ChevronRight className={`size-4 ${open ? "rotate-90" : ""}`} />
          </button>
        ) : (
          <span className="w-6 shrink-0" />
        )}
        <Icon aria-hidden className={`size-3.5 shrink-0 ${toneOf(node)}`} />
        <span className="min-w-0 truncate" title={name}>
          {name}
        </span>
        <SpanPills node={node} slow={slow} />
      </th>
      <td className="tabular px-2 text-right text-muted-foreground text-xs">
        {preciseDuration(node.endMs - node.startMs)}
      </td>
      <td className="max-sm:absolute">
        <span className="sr-only">{inWords(node, critical)}</span>
      </td>
    </tr>
  );
});

/** What a bar shows, in words. */
function useBarWords(): (node: TraceNode, critical: boolean) => string {
  const timelineMessages = useMessages("timeline");
  const traceMessages = useMessages("trace");
  const { preciseDuration } = useFormats();
  return (node, critical) => {
    const start = preciseDuration(node.startMs);
    const when = node.unfinished
      ? timelineMessages.goesOn(start)
      : timelineMessages.bar(start, preciseDuration(node.endMs - node.startMs));
    return critical ? `${when}, ${traceMessages.critical}` : when;
  };
}
