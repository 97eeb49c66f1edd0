import { useRef } from "react";
import { controls } from "@/app/_actions/control-ids";
import { batchMessages } from "@/app/_data/messages/batch";
import { Button } from "../ui/button";
import { ConfirmDialog } from "../ui/confirm-dialog";
import type { Desk } from "./desks";
import { chooseButtonId } from "./drop-zone";

const t = batchMessages;

export function ClearTray({ desk, total }: { desk: Desk; total: number }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const clear = () => {
    dialog.current?.close();
    desk.tray.clear();
    document.getElementById(chooseButtonId)?.focus();
  };
  return (
    <>
      <Button id={controls.clear} variant="quiet" onClick={() => dialog.current?.showModal()}>
        {t.clear}
      </Button>
      <ConfirmDialog
        dialog={dialog}
        title={desk.words.clearTitle(total)}
        detail={t.clearDetail}
        confirm={t.clearConfirm}
        keep={t.clearKeep}
        onConfirm={clear}
      />
    </>
  );
}
