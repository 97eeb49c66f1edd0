import { useMessages } from "@/app/_data/messages/use-messages";
import { useFormats } from "@/app/_data/use-formats";
import type { TraceNode, TraceTree } from "@/lib/trace/tree";
import { AttributeList } from "../attribute-list";
import { itemOf } from "./span-looks";

interface Props {
  node: TraceNode;
  tree: TraceTree;
  critical: boolean;
}

/** When it was, how long it took, and what share of the batch and of its item that is. */
export function SpanFacts({ node, tree, critical }: Props) {
  const t = useMessages("timeline").inspector;
  const { preciseDuration } = useFormats();
  const tookMs = node.endMs - node.startMs;
  const item = itemOf(node);
  const facts: [string, string][] = [
    [t.status, t.statuses[node.span.status]],
    [t.begins, preciseDuration(node.startMs)],
    [node.unfinished ? t.tookSoFar : t.took, preciseDuration(tookMs)],
  ];
  return (
    <div className="space-y-2.5">
      <AttributeList entries={facts} />
      <Share name={t.share} ms={tookMs} ofMs={tree.lengthMs} />
      {item !== null && item !== node && <Share name={t.shareOfItem} ms={tookMs} ofMs={item.endMs - item.startMs} />}
      {critical && (
        <p className="flex items-center gap-2 text-xs">
          <span aria-hidden className="h-0.5 w-5 bg-foreground" />
          {t.critical}
        </p>
      )}
    </div>
  );
}

function Share({ name, ms, ofMs }: { name: string; ms: number; ofMs: number }) {
  const { decimal } = useFormats();
  if (ofMs <= 0) return null;
  const percent = Math.min(100, (ms / ofMs) * 100);
  return (
    <div className="space-y-1">
      <p className="flex justify-between gap-3">
        <span className="text-muted-foreground">{name}</span>
        <span className="tabular text-[0.8125rem]">{decimal(percent, 1)} %</span>
      </p>
      <div aria-hidden className="h-1.5 overflow-hidden rounded-full bg-sunken">
        <div className="h-full rounded-full bg-accent" style={{ width: `${percent}%` }} />
      </div>
    </div>
  );
}
