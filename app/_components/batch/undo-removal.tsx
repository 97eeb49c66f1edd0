import { Undo2, X } from "lucide-react";
import { controls } from "@/app/_actions/control-ids";
import { useMessages } from "@/app/_data/messages/use-messages";
import { Button } from "../ui/button";
import type { Tray } from "./tray";
import type { DeskWords } from "./use-desk-words";
import { useLastRemoval } from "./use-tray-rows";

interface Props {
  tray: Tray;
  words: DeskWords;
  onUndo(): void;
  onLetGo(): void;
}

/** Says what was removed last, in view above the bar that starts, until it is put back or let go. */
export function UndoRemoval({ tray, words, onUndo, onLetGo }: Props) {
  const t = useMessages("batch");
  const last = useLastRemoval(tray);
  if (!last) return null;
  const [first] = last.items;
  const many = last.items.length;
  return (
    <div className="sticky bottom-2 roomy:bottom-24 z-10 roomy:max-sm:bottom-30 mx-auto flex w-fit max-w-full items-center gap-x-1 rounded-xl border border-control bg-surface py-1 pr-1 pl-4 shadow-lg">
      <p className="line-clamp-2 min-w-0 break-words pr-2 text-sm">
        {many === 1 ? t.removed(first.name) : words.removed(many)}
      </p>
      <Button id={controls.undo} variant="quiet" onClick={onUndo}>
        <Undo2 aria-hidden className="size-4" />
        {t.undo}
      </Button>
      <Button size="icon" variant="quiet" aria-label={t.undoNoMore} title={t.undoNoMore} onClick={onLetGo}>
        <X aria-hidden className="size-4" />
      </Button>
    </div>
  );
}
