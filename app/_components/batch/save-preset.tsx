import { type RefObject, useId, useState } from "react";
import { messages } from "@/app/_data/messages";
import { Button } from "../ui/button";
import { TextField } from "../ui/text-field";

const t = messages.batch.presets;
const longestName = 60;

interface Props {
  dialog: RefObject<HTMLDialogElement | null>;
  /** Names that cannot be given again. */
  taken: readonly string[];
  onSave(name: string): void;
}

/** Asks for the name of a preset. */
export function SavePreset({ dialog, taken, onSave }: Props) {
  const id = useId();
  const [name, setName] = useState("");
  const wanted = name.trim();
  const isTaken = taken.includes(wanted);
  const save = () => {
    onSave(wanted);
    setName("");
    dialog.current?.close();
  };
  return (
    <dialog
      ref={dialog}
      aria-labelledby={`${id}-title`}
      className="m-auto w-[min(24rem,calc(100vw-2rem))] rounded-2xl border border-hairline bg-surface p-6 text-foreground shadow-2xl"
    >
      <form
        method="dialog"
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (wanted !== "" && !isTaken) save();
        }}
      >
        <h2 id={`${id}-title`} className="text-xl">
          {t.saveTitle}
        </h2>
        <TextField label={t.name} value={name} maxLength={longestName} placeholder={t.placeholder} onChange={setName} />
        {isTaken && (
          <p role="alert" className="text-failed text-sm">
            {t.taken(wanted)}
          </p>
        )}
        <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
          <Button onClick={() => dialog.current?.close()}>{t.cancel}</Button>
          <Button type="submit" variant="primary" disabled={wanted === "" || isTaken}>
            {t.confirm}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
