import { useMessages } from "@/app/_data/messages/use-messages";
import { spanNames } from "@/lib/trace/span-names";
import type { TraceNode } from "@/lib/trace/tree";

const pill = "shrink-0 rounded-full border px-1.5 font-medium text-[0.6875rem] leading-4";

/** What of a row must not be missed. */
export function SpanPills({ node, slow }: { node: TraceNode; slow: boolean }) {
  const timelineMessages = useMessages("timeline");
  const t = useMessages("trace");
  const { name, status, attributes } = node.span;
  const attempts = name === spanNames.item ? Number(attributes["item.attempts"]) : 0;
  return (
    <>
      {status === "error" && <span className={`${pill} border-failed text-failed`}>{t.error}</span>}
      {attempts > 1 && (
        <span className={`${pill} border-control text-muted-foreground`}>{timelineMessages.againPill(attempts)}</span>
      )}
      {node.unfinished && <span className={`${pill} border-running text-running`}>{t.running}</span>}
      {node.orphan && <span className={`${pill} border-control text-muted-foreground`}>{t.orphan}</span>}
      {slow && (
        <span title={t.slowHint} className={`${pill} border-cancelled text-cancelled`}>
          {t.slow}
        </span>
      )}
      {status === "error" && typeof attributes["error.code"] === "string" && (
        <WhereItFits text={attributes["error.code"]} />
      )}
    </>
  );
}

/** Left out where there is no room for all of it: what does not fit breaks to a line that is not seen. */
function WhereItFits({ text }: { text: string }) {
  return (
    <span className="flex h-4 min-w-0 flex-1 flex-wrap overflow-hidden max-sm:hidden">
      <span className="h-4 w-px" />
      <span className="tabular whitespace-nowrap text-failed text-xs">{text}</span>
    </span>
  );
}
