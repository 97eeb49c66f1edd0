import { ClipboardList } from "lucide-react";
import { Suspense, useState } from "react";
import { controls } from "@/app/_actions/control-ids";
import { messagesIn } from "@/app/_data/messages/catalogue";
import { languageOfPage } from "@/app/_data/messages/language-of-page";
import { useMessages } from "@/app/_data/messages/use-messages";
import { createPart, usePart } from "@/app/_data/use-part";
import { Button } from "../ui/button";
import type { Tray } from "./tray";

/** Comes beside the list, with what it says: the server may not be reached when somebody asks for it. */
const pasteDialogPart = createPart(async () => {
  const [part] = await Promise.all([import("./paste-dialog"), messagesIn(languageOfPage(), "pasting")]);
  return part;
});

/** Takes a list of prompts, one a line, or a table of names and prompts. */
export function PastePrompts({ tray, onLaid }: { tray: Tray; onLaid(news: string): void }) {
  const t = useMessages("batch").common;
  const [open, setOpen] = useState(false);
  // What was pasted outlasts a dialog that is closed by mistake.
  const [text, setText] = useState("");
  const PasteDialog = usePart(pasteDialogPart)?.PasteDialog;
  return (
    <>
      <Button id={controls.pastePrompts} onClick={() => setOpen(true)}>
        <ClipboardList aria-hidden className="size-4" />
        {t.paste}
      </Button>
      {open && PasteDialog && (
        <Suspense>
          <PasteDialog {...{ tray, onLaid, text }} onText={setText} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
