import { BookPlus } from "lucide-react";
import { useRef, useState } from "react";
import { useBindBook } from "@/app/_data/bind-book";
import { useLanguage, useMessages } from "@/app/_data/messages/use-messages";
import type { BatchView } from "@/lib/contracts/status";
import { longestTitle } from "@/lib/contracts/terms/title";
import { Button } from "../ui/button";
import { CheckField } from "../ui/check-field";
import { Dialog, DialogButtons } from "../ui/dialog";
import { TextField } from "../ui/text-field";
import { VerbError } from "../ui/verb-error";

/** Whether a batch has pages, and no book of them. */
export const canBind = ({ kind, status, artifacts }: BatchView): boolean =>
  kind === "coloring" &&
  status === "completed" &&
  artifacts.every(({ media_type }) => media_type !== "application/pdf");

/** Makes the book that was not asked for when the batch was started; no page is drawn again. */
export function BindBook({ batch: { batch_id, title: known } }: { batch: BatchView }) {
  const t = useMessages("job").bind;
  const language = useLanguage();
  const dialog = useRef<HTMLDialogElement>(null);
  const [title, setTitle] = useState(known);
  const [page_numbers, setNumbers] = useState(false);
  const { mutate, isPending, error, reset } = useBindBook(batch_id);
  const open = () => {
    reset();
    dialog.current?.showModal();
  };
  return (
    <>
      <Button onClick={open}>
        <BookPlus aria-hidden className="size-4" />
        {t.open}
      </Button>
      <Dialog dialog={dialog} title={t.heading} detail={t.detail}>
        <TextField
          {...{ label: t.title, value: title, maxLength: longestTitle, placeholder: t.untitled }}
          onChange={setTitle}
        />
        <CheckField label={t.numbers} checked={page_numbers} onChange={setNumbers} />
        <VerbError error={error} />
        <DialogButtons>
          <Button onClick={() => dialog.current?.close()}>{t.keep}</Button>
          <Button
            variant="primary"
            aria-disabled={isPending}
            onClick={() => mutate({ title, page_numbers, language }, { onSuccess: () => dialog.current?.close() })}
          >
            {isPending ? t.binding : t.confirm}
          </Button>
        </DialogButtons>
      </Dialog>
    </>
  );
}
