import { FileUp } from "lucide-react";
import { type ChangeEvent, useRef } from "react";
import { flushSync } from "react-dom";
import { useMessages } from "@/app/_data/messages/use-messages";
import { Button } from "../ui/button";
import type { Desk } from "./desks";
import { removeButtonId } from "./row-ids";

/** The way out for a file that cannot be used: another one takes its place and its prompt. */
export function ChooseAgain({ desk, id, name }: { desk: Desk; id: string; name: string }) {
  const t = useMessages("batch").chooseAgain;
  const input = useRef<HTMLInputElement>(null);
  const take = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    if (!file) return;
    const fresh = flushSync(() => desk.tray.replace(id, file));
    document.getElementById(removeButtonId(fresh))?.focus();
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={desk.accept}
        tabIndex={-1}
        aria-hidden
        className="hidden"
        onChange={take}
      />
      <Button aria-label={t.named(name)} onClick={() => input.current?.click()}>
        <FileUp aria-hidden className="size-4" />
        {t.short}
      </Button>
    </>
  );
}
