import { useState } from "react";
import { useMessages } from "@/app/_data/messages/use-messages";
import { wordFor } from "@/app/_data/messages/word-for";
import { useFormats } from "@/app/_data/use-formats";
import type { BatchEvent } from "@/lib/contracts/events";
import type { BatchStatus, BatchView, ItemStatus } from "@/lib/contracts/status";
import { isTerminal } from "@/lib/contracts/terms/status";
import { ChoiceField } from "../ui/choice-field";
import { statusLooks } from "../ui/status-badge";
import { isNews, type NewsShown, newsShown } from "./ticker-filter";

/** More than anyone scrolls back through; the trace keeps everything. */
const shown = 80;

/** The news of the batch as they come, newest first. Silent for screen readers: the summary speaks for it. */
export function Ticker({ batch, events }: { batch: BatchView; events: BatchEvent[] }) {
  const t = useMessages("job");
  const sentenceOf = useSentence();
  const ended = isTerminal(batch.status);
  const [kind, setKind] = useState<NewsShown>("all");
  const news = events.filter((event) => isNews(event, kind));
  return (
    <section
      aria-labelledby="ticker-title"
      className="min-w-0 space-y-3 lg:sticky lg:top-4 lg:col-start-2 lg:self-start"
    >
      <h2 id="ticker-title" className="flex min-h-11 items-center text-lg sm:min-h-9">
        {ended ? t.tickerEnded : t.ticker}
      </h2>
      <ChoiceField<NewsShown>
        quiet
        label={t.news.label}
        values={newsShown}
        names={t.news}
        value={kind}
        onChange={setKind}
      />
      <ol
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard.
        tabIndex={0}
        aria-labelledby="ticker-title"
        className="h-44 overflow-y-auto lg:h-auto lg:max-h-[min(28rem,calc(100dvh-6rem))] rounded-xl border border-hairline bg-surface px-4 py-2 text-sm"
      >
        {news
          .slice(-shown)
          .reverse()
          .map((event) => (
            <Line key={event.seq} at={event.at} status={statusOf(event)} text={sentenceOf(event)} />
          ))}
        {events.length === 0 && <Line at={batch.created_at} text={t.told(batch)} />}
        {events.length > 0 && news.length === 0 && <li className="py-1.5 text-muted-foreground">{t.noNews[kind]}</li>}
      </ol>
    </section>
  );
}

/** Only what has changed is coloured: that an item runs is what its stage says anyway. */
function statusOf({ item_status, status }: BatchEvent): BatchStatus | ItemStatus | undefined {
  if (item_status) return item_status === "running" ? undefined : item_status;
  return isTerminal(status) ? status : undefined;
}

function Line({ at, status, text }: { at: string; status?: BatchStatus | ItemStatus; text: string }) {
  const { second } = useFormats();
  return (
    <li className="flex gap-2.5 py-1.5">
      <time dateTime={at} className="tabular pt-0.5 text-muted-foreground text-xs">
        {second(at)}
      </time>
      <span className={`min-w-0 break-words ${status ? statusLooks[status].tone : ""}`}>{text}</span>
    </li>
  );
}

/** Which stage of which item an event tells of. What comes first, in place of what was not heard, has both as text alone. */
function workIn({ item_name, item_status, stage, type, message }: BatchEvent): string[] | null {
  if (item_status === "running" && item_name && stage) return [item_name, stage];
  return type === "progress" ? (/^(.+): (\w+)$/s.exec(message)?.slice(1) ?? null) : null;
}

/** A stage in a person's words; everything else the server says itself. */
function useSentence(): (event: BatchEvent) => string {
  const states = useMessages("states");
  const t = useMessages("job");
  return (event) => {
    const [name, stage] = workIn(event) ?? [];
    const work = stage && wordFor(states.stages, stage);
    return name && work ? t.working(name, work) : t.told(event);
  };
}
