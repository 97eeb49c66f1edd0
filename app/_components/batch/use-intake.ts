import { useEffect, useState } from "react";
import { type Dropped, droppedBeforehand } from "../ui/beforehand/take-over";
import { readAddresses } from "./addresses";
import type { Desk } from "./desks";
import { droppedBy, droppedFiles } from "./picked-files";
import type { Tray } from "./tray";

const bringsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;
const isWrittenIn = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches("input, textarea, select");

/** One after the other, in the order they came. */
async function addDropped(tray: Tray, drops: readonly Dropped[]): Promise<void> {
  for (const dropped of drops) tray.add(await droppedFiles(dropped));
}

/**
 * Takes files dropped or pasted anywhere on the page: a drop that misses the zone must not make the browser
 * leave the page and lose everything. Where the desk takes addresses, pasted lines of them too.
 * @returns whether files hover over the page.
 */
export function useIntake({ tray, addresses }: Desk): boolean {
  const [hovering, setHovering] = useState(false);
  useEffect(() => {
    const onOver = (event: DragEvent) => {
      if (!bringsFiles(event)) return;
      event.preventDefault();
      setHovering(true);
    };
    const onLeave = (event: DragEvent) => {
      // Only leaving the window has no element it goes to.
      if (event.relatedTarget === null) setHovering(false);
    };
    const onDrop = (event: DragEvent) => {
      if (!bringsFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      setHovering(false);
      void droppedFiles(droppedBy(event.dataTransfer)).then(tray.add);
    };
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      const written = readAddresses(event.clipboardData?.getData("text/plain") ?? "");
      if (files.length > 0) tray.add(files);
      else if (addresses && written.urls.length > 0 && !isWrittenIn(event.target)) tray.addAddresses(written.urls);
      else return;
      event.preventDefault();
    };
    void addDropped(tray, droppedBeforehand());
    window.addEventListener("dragover", onOver);
    window.addEventListener("dragleave", onLeave);
    window.addEventListener("drop", onDrop);
    window.addEventListener("paste", onPaste);
    return () => {
      window.removeEventListener("dragover", onOver);
      window.removeEventListener("dragleave", onLeave);
      window.removeEventListener("drop", onDrop);
      window.removeEventListener("paste", onPaste);
    };
  }, [tray, addresses]);
  return hovering;
}
