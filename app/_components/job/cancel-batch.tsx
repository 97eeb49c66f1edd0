import { Ban } from "lucide-react";
import { useRef } from "react";
import { controls } from "@/app/_actions/control-ids";
import { useCancelBatch } from "@/app/_data/cancel-batch";
import { useMessages } from "@/app/_data/messages/use-messages";
import type { BatchView } from "@/lib/contracts/status";
import { Button } from "../ui/button";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { VerbError } from "../ui/verb-error";

export function CancelBatch({ batch }: { batch: BatchView }) {
  const t = useMessages("job");
  const dialog = useRef<HTMLDialogElement>(null);
  const { mutate, isPending, error, reset } = useCancelBatch(batch.batch_id);
  return (
    <>
      <Button
        id={controls.cancel}
        variant="danger"
        onClick={() => {
          reset();
          dialog.current?.showModal();
        }}
      >
        <Ban aria-hidden className="size-4" />
        {t.cancel}
      </Button>
      <ConfirmDialog
        dialog={dialog}
        title={t.cancelTitle}
        detail={t.kinds[batch.kind].cancelDetail}
        confirm={isPending ? t.cancelling : t.cancelConfirm}
        keep={t.cancelKeep}
        busy={isPending}
        onConfirm={() => mutate(undefined, { onSuccess: () => dialog.current?.close() })}
      >
        <VerbError error={error} />
      </ConfirmDialog>
    </>
  );
}
