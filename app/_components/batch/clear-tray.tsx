import { useRef } from "react";
import { messages } from "@/app/_data/messages";
import { Button } from "../ui/button";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { chooseButtonId } from "./drop-zone";
import { tray } from "./use-tray";

const t = messages.batch;

export function ClearTray({ total }: { total: number }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const clear = () => {
    dialog.current?.close();
    tray.clear();
    document.getElementById(chooseButtonId)?.focus();
  };
  return (
    <>
      <Button variant="quiet" onClick={() => dialog.current?.showModal()}>
        {t.clear}
      </Button>
      <ConfirmDialog
        dialog={dialog}
        title={t.clearTitle(total)}
        detail={t.clearDetail}
        confirm={t.clearConfirm}
        keep={t.clearKeep}
        onConfirm={clear}
      />
    </>
  );
}
