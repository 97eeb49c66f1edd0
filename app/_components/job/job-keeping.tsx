import { useMessages } from "@/app/_data/messages/use-messages";
import { useFormats } from "@/app/_data/use-formats";
import type { BatchView } from "@/lib/contracts/status";
import { isTerminal } from "@/lib/contracts/terms/status";
import { KeepBatch } from "./keep-batch";
import { RemoveBatch } from "./remove-batch";
import { TellMe } from "./tell-me";

/** Until when the batch is here, and what can be done about that. */
export function JobKeeping({ batch }: { batch: BatchView }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-hairline border-t pt-3 text-sm">
      <p className="text-muted-foreground">
        <Until batch={batch} />
      </p>
      <div className="-mx-4 flex flex-wrap gap-x-1">
        <TellMe batch={batch} />
        <KeepBatch batch={batch} />
        {isTerminal(batch.status) && <RemoveBatch id={batch.batch_id} />}
      </div>
    </div>
  );
}

function Until({ batch: { keep, expires_at } }: { batch: BatchView }) {
  const t = useMessages("job");
  const { moment } = useFormats();
  if (keep) return t.keptForGood;
  if (expires_at === null) return t.keptOnceEnded;
  return (
    <span className="flex flex-wrap items-baseline gap-x-1.5">
      {t.expires}{" "}
      <time dateTime={expires_at} className="tabular text-foreground">
        {moment(expires_at)}
      </time>
    </span>
  );
}
