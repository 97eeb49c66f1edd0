import { ClipboardList } from "lucide-react";
import { useId, useRef, useState } from "react";
import { messages } from "@/app/_data/messages";
import { Button } from "../ui/button";
import { layPrompts } from "./prompts";
import type { Tray } from "./tray";

const t = messages.batch.common;

/** Takes a list of prompts, one a line, or a table of names and prompts. */
export function PastePrompts({ tray, onLaid }: { tray: Tray; onLaid(news: string): void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
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
      <Button onClick={() => dialog.current?.showModal()}>
        <ClipboardList aria-hidden className="size-4" />
        {t.paste}
      </Button>
      <dialog
        ref={dialog}
        aria-labelledby={`${id}-title`}
        className="m-auto w-[min(36rem,calc(100vw-2rem))] rounded-2xl border border-hairline bg-surface p-6 text-foreground shadow-2xl"
      >
        <div className="space-y-4">
          <h2 id={`${id}-title`} className="text-xl">
            {t.pasteTitle}
          </h2>
          <p id={`${id}-detail`} className="text-muted-foreground">
            {t.pasteDetail}
          </p>
          <textarea
            value={text}
            rows={8}
            aria-label={t.pasteLabel}
            aria-describedby={`${id}-detail`}
            placeholder={t.pastePlaceholder}
            onChange={(event) => setText(event.target.value)}
            className="tabular block w-full rounded-lg border border-control bg-surface p-3 text-sm placeholder:text-muted-foreground"
          />
          <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
            <Button onClick={() => dialog.current?.close()}>{t.pasteCancel}</Button>
            <Button variant="primary" disabled={text.trim() === ""} onClick={() => void lay()}>
              {t.pasteDone}
            </Button>
          </div>
        </div>
      </dialog>
    </>
  );
}
