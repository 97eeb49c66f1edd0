import { ChevronRight } from "lucide-react";
import { memo } from "react";
import { messages } from "@/app/_data/messages";
import { preciseDuration } from "@/app/_data/precise-duration";
import type { TraceRow } from "@/lib/trace/rows";
import type { Stretch } from "@/lib/trace/stretch";
import type { TraceNode } from "@/lib/trace/tree";
import { columns } from "./ruler";
import { SpanBar } from "./span-bar";
import { iconOf, nameOf, toneOf } from "./span-looks";
import { SpanPills } from "./span-pills";

const t = messages.trace.timeline;

interface Props {
  row: TraceRow;
  /** From 0, among all rows. */
  index: number;
  /** In pixels. */
  height: number;
  stretch: Stretch;
  chosen: boolean;
  critical: boolean;
  slow: boolean;
  onChoose(node: TraceNode, keep: boolean): void;
  onToggle(node: TraceNode): void;
}

/** One span: its name in the tree, how long it took, and its bar. The keys are the grid's, which has the focus. */
export const SpanRow = memo(function SpanRow(props: Props) {
  const { row, index, height, stretch, chosen, critical, slow, onChoose, onToggle } = props;
  const { node, depth, open } = row;
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
      className={`${columns} absolute inset-x-0 cursor-pointer items-center border-transparent border-l-2 text-sm hover:bg-hover aria-selected:border-accent aria-selected:bg-accent-soft max-sm:content-center`}
      style={{ height, transform: `translateY(${index * height}px)` }}
    >
      <th
        scope="row"
        className="flex min-w-0 items-center gap-1.5 pr-2 text-left font-normal"
        style={{ paddingLeft: 4 + depth * 14 }}
      >
        {folds ? (
          <button
            type="button"
            tabIndex={-1}
            aria-hidden
            onClick={(event) => {
              event.stopPropagation();
              onToggle(node);
            }}
            className="flex size-6 shrink-0 items-center justify-center rounded text-muted-foreground hover:text-foreground"
          >
            <ChevronRight className={`size-4 motion-safe:transition-transform ${open ? "rotate-90" : ""}`} />
          </button>
        ) : (
          <span className="w-6 shrink-0" />
        )}
        <Icon aria-hidden className={`size-3.5 shrink-0 ${toneOf(node)}`} />
        <span className="truncate" title={nameOf(node)}>
          {nameOf(node)}
        </span>
        <SpanPills node={node} slow={slow} />
      </th>
      <td className="tabular px-2 text-right text-muted-foreground text-xs">
        {preciseDuration(node.endMs - node.startMs)}
      </td>
      <td className="relative h-full overflow-hidden max-sm:col-span-2 max-sm:mx-2 max-sm:h-5">
        <span className="sr-only">
          {t.bar(preciseDuration(node.startMs), preciseDuration(node.endMs - node.startMs))}
          {critical && `, ${messages.trace.critical}`}
        </span>
        <SpanBar node={node} stretch={stretch} critical={critical} />
      </td>
    </tr>
  );
});
