"use client";

import { type ReactNode, type RefObject, useId } from "react";
import { Button } from "./button";

interface Props {
  dialog: RefObject<HTMLDialogElement | null>;
  title: string;
  detail: string;
  confirm: string;
  keep: string;
  busy?: boolean;
  onConfirm(): void;
  /** Where something went wrong while confirming. */
  children?: ReactNode;
}

/** A question before what cannot be undone. The native dialog traps the focus, closes on Escape and gives the focus back. */
export function ConfirmDialog({ dialog, title, detail, confirm, keep, busy = false, onConfirm, children }: Props) {
  const id = useId();
  return (
    <dialog
      ref={dialog}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-detail`}
      className="m-auto w-[min(28rem,calc(100vw-2rem))] rounded-2xl border border-hairline bg-surface p-6 text-foreground shadow-2xl"
    >
      <div className="space-y-4">
        <h2 id={`${id}-title`} className="text-xl">
          {title}
        </h2>
        <p id={`${id}-detail`} className="text-muted-foreground">
          {detail}
        </p>
        {children}
        <div className="flex flex-col-reverse gap-2 pt-2 sm:flex-row sm:justify-end">
          <Button onClick={() => dialog.current?.close()}>{keep}</Button>
          <Button variant="danger" disabled={busy} onClick={onConfirm}>
            {confirm}
          </Button>
        </div>
      </div>
    </dialog>
  );
}
