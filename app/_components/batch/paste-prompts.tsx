import { ClipboardList } from "lucide-react";
import { useRef, useState } from "react";
import { controls } from "@/app/_actions/control-ids";
import { useMessages } from "@/app/_data/messages/use-messages";
import { Button } from "../ui/button";
import { Dialog, DialogButtons } from "../ui/dialog";
import { layPrompts } from "./prompts";
import type { Tray } from "./tray";

/** Takes a list of prompts, one a line, or a table of names and prompts. */
export function PastePrompts({ tray, onLaid }: { tray: Tray; onLaid(news: string): void }) {
  const t = useMessages("batch").common;
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState("");

  const lay = async () => {
    const { readPrompts } = await import("./read-prompts");
    const done = layPrompts(tray, readPrompts(text));
    onLaid(t.pasted(done));
    setText("");
    dialog.current?.close();
  };

  return (
    <>
      <Button id={controls.pastePrompts} onClick={() => dialog.current?.showModal()}>
        <ClipboardList aria-hidden className="size-4" />
        {t.paste}
      </Button>
      <Dialog dialog={dialog} title={t.pasteTitle} detail={t.pasteDetail} width="wide">
        <textarea
          value={text}
          rows={8}
          aria-label={t.pasteLabel}
          placeholder={t.pastePlaceholder}
          onChange={(event) => setText(event.target.value)}
          className="tabular block w-full rounded-lg border border-control bg-surface p-3 text-sm placeholder:text-muted-foreground"
        />
        <DialogButtons>
          <Button onClick={() => dialog.current?.close()}>{t.pasteCancel}</Button>
          <Button variant="primary" disabled={text.trim() === ""} onClick={() => void lay()}>
            {t.pasteDone}
          </Button>
        </DialogButtons>
      </Dialog>
    </>
  );
}
