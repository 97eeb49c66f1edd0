import { X } from "lucide-react";
import { messages } from "@/app/_data/messages";
import { preciseDuration } from "@/app/_data/precise-duration";
import type { TraceNode, TraceTree } from "@/lib/trace/tree";
import { Button } from "../../ui/button";
import { AttributeList } from "../attribute-list";
import { useTraceLocation } from "../trace-location";
import { InspectorTools } from "./inspector-tools";
import { iconOf, nameOf, toneOf } from "./span-looks";

const t = messages.trace.inspector;

/** All that is known of the chosen span. */
export function Inspector({ node, tree }: { node: TraceNode | null; tree: TraceTree }) {
  const { go } = useTraceLocation();
  if (node === null) {
    return (
      <aside
        aria-label={t.label}
        className="rounded-xl border border-control border-dashed p-6 text-center text-muted-foreground text-sm max-lg:hidden"
      >
        {t.none}
      </aside>
    );
  }
  const Icon = iconOf(node);
  const { span } = node;
  return (
    <aside
      aria-label={t.label}
      className="min-w-0 space-y-4 self-start rounded-xl border border-hairline bg-surface p-4 text-sm max-lg:sticky max-lg:bottom-2 max-lg:z-20 max-lg:max-h-[40dvh] max-lg:overflow-y-auto max-lg:shadow-2xl lg:max-h-[78dvh] lg:overflow-y-auto"
    >
      <div className="flex items-start justify-between gap-2">
        <h2 className="flex min-w-0 items-center gap-2 text-lg">
          <Icon aria-hidden className={`size-4 shrink-0 ${toneOf(node)}`} />
          <span className="break-words">{nameOf(node)}</span>
        </h2>
        <Button variant="quiet" size="icon" aria-label={t.close} onClick={() => go({ span: null }, true)}>
          <X aria-hidden className="size-4" />
        </Button>
      </div>
      <AttributeList entries={factsOf(node, tree)} />
      <InspectorTools node={node} />
      {Object.keys(span.attributes).length > 0 && (
        <section className="space-y-1.5">
          <h3>{t.attributes}</h3>
          <AttributeList entries={Object.entries(span.attributes)} />
        </section>
      )}
      {span.events.length > 0 && (
        <section className="space-y-1.5">
          <h3>{t.events}</h3>
          <ol className="space-y-2">
            {span.events.map((event, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the events of a span have no other identity and only ever grow at the end.
              <li key={index} className="rounded-lg bg-sunken p-2">
                <p className="flex justify-between gap-2 font-medium">
                  <span className="break-words">{event.name}</span>
                  <span className="tabular shrink-0 text-muted-foreground text-xs">
                    {preciseDuration(Number(BigInt(event.time_unix_nano) - tree.originNano) / 1e6)}
                  </span>
                </p>
                <AttributeList entries={Object.entries(event.attributes)} />
              </li>
            ))}
          </ol>
        </section>
      )}
    </aside>
  );
}

function factsOf(node: TraceNode, { lengthMs }: TraceTree): [string, string][] {
  const tookMs = node.endMs - node.startMs;
  const facts: [string, string][] = [
    [t.status, t.statuses[node.span.status]],
    [t.begins, preciseDuration(node.startMs)],
    [t.took, preciseDuration(tookMs)],
  ];
  if (lengthMs > 0) facts.push([t.share, `${((tookMs / lengthMs) * 100).toFixed(1)} %`]);
  const item = itemOf(node);
  if (item !== null && item !== node) facts.push([t.item, nameOf(item)]);
  return facts;
}

/** The item a span belongs to. */
export function itemOf(node: TraceNode): TraceNode | null {
  for (let at: TraceNode | null = node; at !== null; at = at.parent) if (at.span.name === "item") return at;
  return null;
}
