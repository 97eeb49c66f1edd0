import { RotateCw } from "lucide-react";
import { controls } from "@/app/_actions/control-ids";
import { useMessages } from "@/app/_data/messages/use-messages";
import { useRetryBatch } from "@/app/_data/retry-batch";
import type { BatchView } from "@/lib/contracts/status";
import { Button } from "../ui/button";
import { VerbError } from "../ui/verb-error";

/** Whether anything of an ended batch can be run again: items without a result, or putting them together. */
export const canRunAgain = ({ failed, cancelled, processed, status }: BatchView): boolean =>
  failed + cancelled > 0 || (status === "failed" && processed > 0);

interface Props {
  batch: BatchView;
  /** Whether it is what most people come for: there is nothing to take home. */
  leads: boolean;
}

/** Runs again all that has no result. It can be cancelled, so nothing is asked first. */
export function RunAgain({ batch, leads }: Props) {
  const t = useMessages("job");
  const { mutate, isPending, error } = useRetryBatch(batch.batch_id);
  const left = batch.failed + batch.cancelled;
  const label = left > 0 ? t.runAgain(left) : t.putTogetherAgain;
  return (
    <>
      <Button
        id={controls.runAgain}
        variant={leads ? "primary" : "secondary"}
        data-lead={leads || undefined}
        aria-disabled={isPending}
        onClick={isPending ? undefined : () => mutate({})}
      >
        <RotateCw aria-hidden className="size-4" />
        {isPending ? t.runningAgain : label}
      </Button>
      <VerbError error={error} />
    </>
  );
}
