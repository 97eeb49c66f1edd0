import { useRef } from "react";
import { controls } from "@/app/_actions/control-ids";
import { useMessages } from "@/app/_data/messages/use-messages";
import { Button } from "../ui/button";
import { ConfirmDialog } from "../ui/confirm-dialog";
import type { Desk } from "./desks";
import { chooseButtonId } from "./drop-zone";
import { useDeskWords } from "./use-desk-words";

export function ClearTray({ desk, total }: { desk: Desk; total: number }) {
  const t = useMessages("batch");
  const words = useDeskWords(desk.kind);
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
        title={words.clearTitle(total)}
        detail={t.clearDetail}
        confirm={t.clearConfirm}
        keep={t.clearKeep}
        onConfirm={clear}
      />
    </>
  );
}
