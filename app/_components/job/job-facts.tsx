import type { Messages } from "@/app/_data/messages/catalogue";
import { useMessages } from "@/app/_data/messages/use-messages";
import { useFormats } from "@/app/_data/use-formats";
import type { BatchView } from "@/lib/contracts/status";

/** When, how long, and how large. */
export function JobFacts({ batch }: { batch: BatchView }) {
  const messages = useMessages("app");
  const drawing = useMessages("drawing");
  const t = useMessages("job");
  const { duration, size } = useFormats();
  const { created_at, started_at, finished_at, total_size } = batch;
  const took = started_at && finished_at ? Date.parse(finished_at) - Date.parse(started_at) : null;
  return (
    <dl className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
      <Fact label={t.submitted} at={created_at} />
      {took !== null && <Fact label={t.took} text={duration(took)} />}
      {batch.model !== null && batch.model !== "lineart" && (
        <>
          <Fact label={drawing.title} text={messages.app.models[batch.model]} />
          <Fact label={drawing.costLabel} text={costOf(batch, drawing)} />
        </>
      )}
      {total_size > 0 && <Fact label={t.size} text={size(total_size)} />}
    </dl>
  );
}

function costOf({ cost, unmetered_cost, max_cost }: BatchView, drawing: Messages<"drawing">): string {
  const spent = cost === null ? drawing.costUnknown : drawing.cost(cost);
  const bounded = max_cost === null ? spent : drawing.costOf(spent, drawing.cost(max_cost));
  return unmetered_cost > 0 ? `${bounded}, ${drawing.unmetered(drawing.cost(unmetered_cost))}` : bounded;
}

function Fact({ label, at, text }: { label: string; at?: string; text?: string }) {
  const { moment } = useFormats();
  return (
    <div className="flex gap-1.5">
      <dt className="text-muted-foreground">{label}</dt>
      <dd className="tabular">{at ? <time dateTime={at}>{moment(at)}</time> : text}</dd>
    </div>
  );
}
