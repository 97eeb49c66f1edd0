import { Settings2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { controls } from "@/app/_actions/control-ids";
import { useLayOutAgain } from "@/app/_data/lay-out-again";
import { loadPatiently } from "@/app/_data/load-patiently";
import { useMessages } from "@/app/_data/messages/use-messages";
import type { BatchKind } from "@/lib/contracts/status";
import { Button } from "../ui/button";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { VerbError } from "../ui/verb-error";

/** Only whoever goes there needs what the Batch tab consists of. */
const studio = () => loadPatiently(() => import("../batch/lay-again"));

interface Props {
  batchId: string;
  kind: BatchKind;
  /** The one item that it is about; the whole batch without. */
  only?: string;
}

/** Lays the batch, or one item of it, out on the Batch tab as it was submitted, to be started with other options. */
export function OtherOptions({ batchId: id, kind, only }: Props) {
  const t = useMessages("job").again;
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const { mutate, isPending, isSuccess, error } = useLayOutAgain(id);
  const [asking, setAsking] = useState(false);
  // Once it is laid out, this page is being left.
  const busy = asking || isPending || isSuccess;
  const lay = () =>
    mutate(only === undefined ? {} : { item_ids: [only] }, {
      onSuccess: async (again) => {
        (await studio()).layAgain(again, only && id);
        dialog.current?.close();
        router.push(kind === "deck" ? "/?kind=deck" : "/");
      },
    });
  const ask = async () => {
    setAsking(true);
    const isLaidOut = await (await studio()).isLaidOut(kind);
    setAsking(false);
    if (isLaidOut) dialog.current?.showModal();
    else lay();
  };
  return (
    <>
      <Button
        id={only === undefined ? controls.otherOptions : undefined}
        aria-disabled={busy}
        onClick={busy ? undefined : () => void ask()}
      >
        <Settings2 aria-hidden className="size-4" />
        {busy ? t.laying : only === undefined ? t.withOptions : t.onlyWithOptions[kind]}
      </Button>
      <ConfirmDialog
        dialog={dialog}
        title={t.replaceTitle}
        detail={t.replaceDetail}
        confirm={t.replaceConfirm}
        keep={t.replaceKeep}
        busy={busy}
        onConfirm={lay}
      />
      <VerbError error={error} />
    </>
  );
}
