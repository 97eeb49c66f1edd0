import { useMessages } from "@/app/_data/messages/use-messages";
import { useFormats } from "@/app/_data/use-formats";
import type { TraceSpan } from "@/lib/contracts/trace";
import { AttributeList } from "../attribute-list";

/** What happened within a span, and when. @param originNano nanoseconds since the epoch at which the trace begins. */
export function SpanEvents({ events, originNano }: { events: TraceSpan["events"]; originNano: bigint }) {
  const timelineMessages = useMessages("timeline");
  const { preciseDuration } = useFormats();
  return (
    <section className="space-y-1.5">
      <h3>{timelineMessages.inspector.events}</h3>
      <ol className="space-y-2">
        {events.map((event, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the events of a span have no other identity and only ever grow at the end.
          <li key={index} className="rounded-lg bg-sunken p-2">
            <p className="flex justify-between gap-2 font-medium">
              <span className="wrap-anywhere">{event.name}</span>
              <span className="tabular shrink-0 text-muted-foreground text-xs">
                {preciseDuration(Number(BigInt(event.time_unix_nano) - originNano) / 1e6)}
              </span>
            </p>
            <AttributeList entries={Object.entries(event.attributes)} />
          </li>
        ))}
      </ol>
    </section>
  );
}
