import { CloudUpload, ExternalLink } from "lucide-react";
import { useMessages } from "@/app/_data/messages/use-messages";
import { problemWords } from "@/app/_data/problem";
import { useSendToDrive } from "@/app/_data/send-to-drive";
import type { BatchStatus, BatchView } from "@/lib/contracts/status";
import { Button, buttonLook } from "../ui/button";

/** From which a batch can be sent again. */
const sendable: readonly BatchStatus[] = ["completed", "completed_upload_failed"];

/** Where the batch stands on its way to Google Drive, and the way there. Only for batches that are to be sent. */
export function DeliveryStatus({ batch }: { batch: BatchView }) {
  const messages = useMessages("app");
  const t = useMessages("delivery");
  const { drive_upload_status: status, drive_folder_url: folder, batch_id, message } = batch;
  const { mutate, isPending, error } = useSendToDrive(batch_id);
  const failed = status === "failed";
  return (
    <section
      aria-labelledby="delivery-title"
      className="flex flex-wrap items-center gap-x-6 gap-y-3 rounded-2xl border border-hairline bg-surface px-5 py-4"
    >
      <div className="min-w-0 flex-1 basis-56">
        <h2 id="delivery-title" className="flex items-center gap-2 text-lg">
          <CloudUpload aria-hidden className="size-5 text-muted-foreground" />
          {t.title}
        </h2>
        <p role="status" className={failed ? "text-failed" : "text-muted-foreground"}>
          {t.statuses[status ?? "pending"]}
        </p>
        {failed && <p className="break-words text-sm">{message}</p>}
        {error && (
          <p role="alert" className="break-words text-failed text-sm">
            {problemWords(messages.problem, error)}
          </p>
        )}
      </div>
      <div className="flex flex-wrap gap-2 max-sm:w-full max-sm:*:w-full">
        {folder && (
          <a href={folder} target="_blank" rel="noreferrer" className={buttonLook()}>
            <ExternalLink aria-hidden className="size-4" />
            {t.folder}
          </a>
        )}
        {sendable.includes(batch.status) && (
          <Button aria-disabled={isPending} onClick={isPending ? undefined : () => mutate()}>
            <CloudUpload aria-hidden className="size-4" />
            {isPending ? t.sending : t.again}
          </Button>
        )}
      </div>
    </section>
  );
}
