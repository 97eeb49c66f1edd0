import { useEffect, useState } from "react";
import { loadPatiently } from "@/app/_data/load-patiently";
import { type Dropped, droppedBeforehand } from "../ui/beforehand/take-over";
import { broughtBy, isWrittenIn, noteOwnDrags } from "./brought";
import type { Desk } from "./desks";
import { droppedBy, droppedFiles } from "./picked-files";
import type { Tray } from "./tray";

/** One after the other, in the order they came. */
async function addDropped(tray: Tray, drops: readonly Dropped[]): Promise<void> {
  for (const dropped of drops) tray.add(await droppedFiles(dropped));
}

/**
 * Takes files dropped or pasted anywhere on the page: a drop that misses the zone must not make the browser
 * leave the page and lose everything. The source of an SVG is taken when it is pasted and, where the desk takes addresses,
 * so are lines of them, pasted or dropped.
 * @returns whether files hover over the page.
 */
export function useIntake(desk: Desk): boolean {
  const { tray, addresses } = desk;
  const [hovering, setHovering] = useState(false);
  useEffect(() => {
    const write = async (text: string) => {
      const { addWritten } = await loadPatiently(() => import("./written"));
      addWritten(desk, text);
    };
    const onOver = (event: DragEvent) => {
      const brought = broughtBy(event);
      if (brought === null) return;
      event.preventDefault();
      if (brought === "files" || addresses) setHovering(true);
      // What nothing here can take must not be followed either.
      else if (event.dataTransfer) event.dataTransfer.dropEffect = "none";
    };
    const onLeave = (event: DragEvent) => {
      // Only leaving the window has no element it goes to.
      if (event.relatedTarget === null) setHovering(false);
    };
    const onDrop = (event: DragEvent) => {
      const brought = broughtBy(event);
      if (brought === null || !event.dataTransfer) return;
      event.preventDefault();
      setHovering(false);
      if (brought === "files") void droppedFiles(droppedBy(event.dataTransfer)).then(tray.add);
      else void write(event.dataTransfer.getData("text/uri-list"));
    };
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length > 0) {
        tray.add(files);
        event.preventDefault();
      } else if (!isWrittenIn(event.target)) void write(event.clipboardData?.getData("text/plain") ?? "");
    };
    void addDropped(tray, droppedBeforehand());
    const leave = new AbortController();
    const { signal } = leave;
    noteOwnDrags(signal);
    window.addEventListener("dragover", onOver, { signal });
    window.addEventListener("dragleave", onLeave, { signal });
    window.addEventListener("drop", onDrop, { signal });
    window.addEventListener("paste", onPaste, { signal });
    return () => leave.abort();
  }, [desk, tray, addresses]);
  return hovering;
}
