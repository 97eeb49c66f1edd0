import { RotateCw } from "lucide-react";
import { useMessages } from "@/app/_data/messages/use-messages";
import { useRetryBatch } from "@/app/_data/retry-batch";
import { Button } from "../ui/button";
import { VerbError } from "../ui/verb-error";

interface Props {
  batchId: string;
  itemId: string;
  name: string;
}

/** Runs this one item again; the others stay as they are. */
export function RunItemAgain({ batchId, itemId, name }: Props) {
  const t = useMessages("job");
  const { mutate, isPending, error } = useRetryBatch(batchId);
  return (
    <>
      <Button
        aria-disabled={isPending}
        className="mt-auto self-start max-sm:px-3 max-sm:text-sm"
        onClick={isPending ? undefined : () => mutate({ item_ids: [itemId] })}
      >
        <RotateCw aria-hidden className="size-4" />
        {isPending ? t.runningAgain : t.runItemAgain}
        <span className="sr-only">{` ${name}`}</span>
      </Button>
      <VerbError error={error} />
    </>
  );
}
