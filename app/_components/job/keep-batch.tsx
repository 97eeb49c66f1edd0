import { Pin, PinOff } from "lucide-react";
import { controls } from "@/app/_actions/control-ids";
import { useKeepBatch } from "@/app/_data/keep-batch";
import { useMessages } from "@/app/_data/messages/use-messages";
import { useFormats } from "@/app/_data/use-formats";
import type { BatchView } from "@/lib/contracts/status";
import { Button } from "../ui/button";
import { VerbError } from "../ui/verb-error";

/** Takes the batch out of expiry; the same button undoes it. */
export function KeepBatch({ batch: { batch_id, keep, expires_at } }: { batch: BatchView }) {
  const t = useMessages("job");
  const { moment } = useFormats();
  const { mutate, isPending, error } = useKeepBatch(batch_id);
  const Icon = keep ? PinOff : Pin;
  const help = expires_at ? t.keepHelp(moment(expires_at)) : undefined;
  return (
    <>
      <Button
        id={controls.keep}
        variant="quiet"
        title={keep ? t.letGoHelp : help}
        aria-disabled={isPending}
        onClick={isPending ? undefined : () => mutate(!keep)}
      >
        <Icon aria-hidden className="size-4" />
        {keep ? t.letGo : t.keep}
      </Button>
      <VerbError error={error} />
    </>
  );
}
