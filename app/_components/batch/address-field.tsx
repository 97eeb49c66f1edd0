import { Link2 } from "lucide-react";
import { useId, useState } from "react";
import { batchMessages } from "@/app/_data/messages/batch";
import { Button } from "../ui/button";
import { readAddresses } from "./addresses";
import type { Tray } from "./tray";

const t = batchMessages.addresses;

/** Addresses of SVGs on the web, one a line. Lines that are none stay in the field and are named. */
export function AddressField({ tray }: { tray: Tray }) {
  const id = useId();
  const [text, setText] = useState("");
  const [wrong, setWrong] = useState<string[]>([]);
  const add = () => {
    const written = readAddresses(text);
    tray.addAddresses(written.urls);
    setWrong(written.wrong);
    setText(written.wrong.join("\n"));
  };
  return (
    <div className="space-y-1.5">
      <label htmlFor={id} className="block font-medium text-sm">
        {t.label}
      </label>
      <div className="flex items-start gap-2">
        <textarea
          id={id}
          value={text}
          rows={text.includes("\n") ? 4 : 1}
          placeholder={t.placeholder}
          spellCheck={false}
          aria-invalid={wrong.length > 0}
          aria-describedby={`${id}-hint`}
          onChange={(event) => {
            setText(event.target.value);
            setWrong([]);
          }}
          className="min-h-11 w-full min-w-0 rounded-lg border border-control bg-surface px-3 py-2 placeholder:text-muted-foreground aria-invalid:border-failed sm:min-h-10 sm:text-sm"
        />
        <Button aria-disabled={text.trim() === ""} onClick={add}>
          <Link2 aria-hidden className="size-4" />
          {t.add}
        </Button>
      </div>
      <p id={`${id}-hint`} role={wrong.length > 0 ? "alert" : undefined} className="text-sm">
        {wrong.length > 0 ? (
          <span className="break-words text-failed">{t.wrong(wrong)}</span>
        ) : (
          <span className="text-muted-foreground">{t.hint}</span>
        )}
      </p>
    </div>
  );
}
