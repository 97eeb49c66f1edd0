import { type RefObject, useState } from "react";
import { useMessages } from "@/app/_data/messages/use-messages";
import { Button } from "../ui/button";
import { Dialog, DialogButtons } from "../ui/dialog";
import { TextField } from "../ui/text-field";

const longestName = 60;

interface Props {
  dialog: RefObject<HTMLDialogElement | null>;
  /** Names that cannot be given again. */
  taken: readonly string[];
  onSave(name: string): void;
}

/** Asks for the name of a preset. */
export function SavePreset({ dialog, taken, onSave }: Props) {
  const t = useMessages("batch").presets;
  const [name, setName] = useState("");
  const wanted = name.trim();
  const isTaken = taken.includes(wanted);
  const save = () => {
    onSave(wanted);
    setName("");
    dialog.current?.close();
  };
  return (
    <Dialog dialog={dialog} title={t.saveTitle} width="narrow">
      <form
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (wanted !== "" && !isTaken) save();
        }}
      >
        <TextField label={t.name} value={name} maxLength={longestName} placeholder={t.placeholder} onChange={setName} />
        {isTaken && (
          <p role="alert" className="text-failed text-sm">
            {t.taken(wanted)}
          </p>
        )}
        <DialogButtons>
          <Button onClick={() => dialog.current?.close()}>{t.cancel}</Button>
          <Button type="submit" variant="primary" disabled={wanted === "" || isTaken}>
            {t.confirm}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
