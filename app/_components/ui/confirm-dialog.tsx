"use client";

import type { ReactNode, RefObject } from "react";
import { Button } from "./button";
import { Dialog, DialogButtons } from "./dialog";

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

/** A question before what cannot be undone. */
export function ConfirmDialog({ dialog, title, detail, confirm, keep, busy = false, onConfirm, children }: Props) {
  return (
    <Dialog dialog={dialog} title={title} detail={detail}>
      {children}
      <DialogButtons>
        <Button onClick={() => dialog.current?.close()}>{keep}</Button>
        {/* Disabled it would lose the focus, and with it whoever pressed it. */}
        <Button variant="danger" aria-disabled={busy} onClick={busy ? undefined : onConfirm}>
          {confirm}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
