"use client";

import { useEffect, useRef } from "react";
import { useMessages } from "@/app/_data/messages/use-messages";
import { Button } from "../ui/button";
import { Dialog, DialogButtons } from "../ui/dialog";
import { layPrompts } from "./pasted-prompts";
import { readPrompts } from "./read-prompts";
import type { Tray } from "./tray";

interface Props {
  tray: Tray;
  text: string;
  onText(text: string): void;
  onLaid(news: string): void;
  onClose(): void;
}

/** Where the list is pasted. Open as soon as it is there. */
export function PasteDialog({ tray, text, onText, onLaid, onClose }: Props) {
  const t = useMessages("pasting");
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const lay = () => {
    onLaid(t.laid(layPrompts(tray, readPrompts(text))));
    onText("");
    dialog.current?.close();
  };
  return (
    <Dialog {...{ dialog, onClose }} title={t.title} detail={t.detail} width="wide">
      <textarea
        value={text}
        rows={8}
        aria-label={t.label}
        placeholder={t.placeholder}
        onChange={(event) => onText(event.target.value)}
        className="tabular block w-full rounded-lg border border-control bg-surface p-3 text-sm placeholder:text-muted-foreground"
      />
      <DialogButtons>
        <Button onClick={() => dialog.current?.close()}>{t.cancel}</Button>
        <Button variant="primary" disabled={text.trim() === ""} onClick={lay}>
          {t.done}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
