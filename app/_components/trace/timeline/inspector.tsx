import { X } from "lucide-react";
import { spanWord } from "@/app/_data/messages/span-word";
import { useMessages } from "@/app/_data/messages/use-messages";
import type { TraceNode, TraceTree } from "@/lib/trace/tree";
import { Button } from "../../ui/button";
import { AttributeList } from "../attribute-list";
import { InspectorTools } from "./inspector-tools";
import { SpanEvents } from "./span-events";
import { SpanFacts } from "./span-facts";
import { iconOf, itemOf, toneOf } from "./span-looks";
import type { Clipboard } from "./use-clipboard";
import { useSpanName } from "./use-span-name";

interface Props {
  node: TraceNode;
  tree: TraceTree;
  critical: boolean;
  clipboard: Clipboard;
  onClose(): void;
}

/** All that is known of the chosen span. */
export function Inspector({ node, tree, critical, clipboard, onClose }: Props) {
  const nameOf = useSpanName();
  const t = useMessages("timeline").inspector;
  const Icon = iconOf(node);
  const { attributes, events } = node.span;
  const more = Object.entries(attributes).filter(([name]) => !name.startsWith("error."));
  return (
    <aside
      aria-label={t.label}
      // What scrolls must be reachable by keyboard.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is scrolled with the keys.
      tabIndex={0}
      className="min-w-0 space-y-4 self-start rounded-xl border border-hairline bg-surface p-4 text-sm max-lg:sticky max-lg:bottom-2 max-lg:z-20 max-lg:max-h-[45dvh] max-lg:overflow-y-auto max-lg:shadow-2xl lg:max-h-[78dvh] lg:overflow-y-auto"
    >
      <div className="flex items-start justify-between gap-2">
        <div className="min-w-0">
          {itemOf(node) !== node && <Within node={node} />}
          <h2 className="flex min-w-0 items-center gap-2 text-lg">
            <Icon aria-hidden className={`size-4 shrink-0 ${toneOf(node)}`} />
            <span className="wrap-anywhere">{nameOf(node)}</span>
          </h2>
        </div>
        <Button variant="quiet" size="icon" aria-label={t.close} onClick={onClose}>
          <X aria-hidden className="size-4" />
        </Button>
      </div>
      {node.span.status === "error" && <SpanError node={node} />}
      <SpanFacts node={node} tree={tree} critical={critical} />
      <InspectorTools node={node} clipboard={clipboard} />
      {more.length > 0 && (
        <section className="space-y-1.5">
          <h3>{t.attributes}</h3>
          <AttributeList entries={more} />
        </section>
      )}
      {events.length > 0 && <SpanEvents events={events} originNano={tree.originNano} />}
    </aside>
  );
}

/** What holds the span, from the item down. */
function Within({ node }: { node: TraceNode }) {
  const nameOf = useSpanName();
  const names: string[] = [];
  for (let at = node.parent; at !== null && at.parent !== null; at = at.parent) names.unshift(nameOf(at));
  if (names.length === 0) return null;
  return <p className="wrap-anywhere text-muted-foreground text-xs">{names.join(" › ")}</p>;
}

/** What went wrong, in which stage of which item. */
function SpanError({ node }: { node: TraceNode }) {
  const states = useMessages("states");
  const traceMessages = useMessages("trace");
  const t = useMessages("timeline").inspector;
  const { attributes } = node.span;
  const stage = attributes["error.stage"] ?? stageWithin(node);
  return (
    <div className="space-y-0.5 rounded-lg border border-failed p-2.5">
      <p className="tabular font-medium text-failed text-xs">{String(attributes["error.code"] ?? t.statuses.error)}</p>
      {attributes["error.message"] !== undefined && (
        <p className="wrap-anywhere">{String(attributes["error.message"])}</p>
      )}
      {stage !== undefined && (
        <p className="text-muted-foreground text-xs">{t.failedIn(spanWord(states, traceMessages, String(stage)))}</p>
      )}
    </div>
  );
}

/** The stage that failed in an attempt. */
const stageWithin = ({ children }: TraceNode): string | undefined =>
  children.find(({ span, children }) => span.status === "error" && children.length === 0)?.span.name;
