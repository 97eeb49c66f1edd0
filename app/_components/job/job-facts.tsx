import { jobMessages } from "@/app/_data/messages/job";
import { modelMessages as models } from "@/app/_data/messages/models";
import { size } from "@/app/_data/size";
import { duration, moment } from "@/app/_data/time";
import type { BatchView } from "@/lib/contracts/status";

const t = jobMessages;

/** When, how long, and how large. */
export function JobFacts({ batch }: { batch: BatchView }) {
  const { created_at, started_at, finished_at, total_size } = batch;
  const took = started_at && finished_at ? Date.parse(finished_at) - Date.parse(started_at) : null;
  return (
    <dl className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
      <Fact label={t.submitted} at={created_at} />
      {took !== null && <Fact label={t.took} text={duration(took)} />}
      {batch.model !== null && batch.model !== "lineart" && (
        <>
          <Fact label={models.title} text={models.names[batch.model]} />
          <Fact label={models.costLabel} text={costOf(batch)} />
        </>
      )}
      {total_size > 0 && <Fact label={t.size} text={size(total_size)} />}
    </dl>
  );
}

function costOf({ cost, unmetered_cost, max_cost }: BatchView): string {
  const spent = cost === null ? models.costUnknown : models.cost(cost);
  const bounded = max_cost === null ? spent : models.costOf(spent, models.cost(max_cost));
  return unmetered_cost > 0 ? `${bounded}, ${models.unmetered(models.cost(unmetered_cost))}` : bounded;
}

function Fact({ label, at, text }: { label: string; at?: string; text?: string }) {
  return (
    <div className="flex gap-1.5">
      <dt className="text-muted-foreground">{label}</dt>
      <dd className="tabular">{at ? <time dateTime={at}>{moment(at)}</time> : text}</dd>
    </div>
  );
}
