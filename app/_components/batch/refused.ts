import { flushSync } from "react-dom";
import { removeButtonId } from "./row-ids";
import type { Tray } from "./tray";

export interface Refused {
  /** Ids of what cannot go into the batch as it is, and of those among them that another try may bring in. */
  refused: string[];
  retryable: string[];
  nameOf(id: string): string;
}

export function refusedOn(tray: Tray): Refused {
  const uploadOf = (id: string) => tray.item(id)?.upload;
  const refused = tray.order().filter((id) => uploadOf(id)?.state === "refused");
  const retryable = refused.filter((id) => {
    const upload = uploadOf(id);
    return upload?.state === "refused" && upload.retryable;
  });
  return { refused, retryable, nameOf: (id) => tray.item(id)?.name ?? "" };
}

/** Brings whoever asks to one of the things on the tray. */
export function show(tray: Tray, id: string): void {
  flushSync(() => tray.seek(id));
  document.getElementById(removeButtonId(id))?.focus();
}
