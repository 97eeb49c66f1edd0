import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef } from "react";
import { controls } from "@/app/_actions/control-ids";
import { useMessages } from "@/app/_data/messages/use-messages";
import { useRemoveBatch } from "@/app/_data/remove-batch";
import { Button } from "../ui/button";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { VerbError } from "../ui/verb-error";

/** Deletes the batch after a question, since nothing brings it back; then there is nothing here to look at. */
export function RemoveBatch({ id }: { id: string }) {
  const t = useMessages("job");
  const dialog = useRef<HTMLDialogElement>(null);
  const router = useRouter();
  const { mutate, isPending, isSuccess, error, reset } = useRemoveBatch(id);
  // Until the list is there, what is gone is still being left.
  const busy = isPending || isSuccess;
  return (
    <>
      <Button
        id={controls.remove}
        variant="quiet"
        onClick={() => {
          reset();
          dialog.current?.showModal();
        }}
      >
        <Trash2 aria-hidden className="size-4" />
        {t.remove}
      </Button>
      <ConfirmDialog
        dialog={dialog}
        title={t.removeTitle}
        detail={t.removeDetail}
        confirm={busy ? t.removing : t.removeConfirm}
        keep={t.removeKeep}
        busy={busy}
        onConfirm={() => mutate(undefined, { onSuccess: () => router.replace("/jobs") })}
      >
        <VerbError error={error} />
      </ConfirmDialog>
    </>
  );
}
