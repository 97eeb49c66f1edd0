import { ArrowDown, ArrowUp, RotateCw, X } from "lucide-react";
import { memo } from "react";
import { batchMessages } from "@/app/_data/messages/batch";
import { Button } from "../ui/button";
import type { Tray, TrayItem } from "./tray";

const t = batchMessages;

interface Props {
  tray: Tray;
  item: TrayItem;
  isFirst: boolean;
  isLast: boolean;
  onMove(id: string, by: 1 | -1): void;
  onRemove(id: string): void;
}

/** Where the focus goes when the row before it is gone. */
export const removeButtonId = (id: string) => `${id}-remove`;

/** Redrawn only when the item itself changes, or comes to an end of the list. */
export const TrayButtons = memo(function TrayButtons({ tray, item, isFirst, isLast, onMove, onRemove }: Props) {
  const { id, name, upload } = item;
  return (
    <>
      {/* aria-disabled and not disabled: at an end of the list the button must keep the focus. */}
      <span className="flex max-md:-ml-3">
        <Button
          size="icon"
          variant="quiet"
          aria-label={t.moveUp(name)}
          aria-keyshortcuts="Alt+ArrowUp"
          aria-disabled={isFirst}
          onClick={() => onMove(id, -1)}
        >
          <ArrowUp aria-hidden className="size-5" />
        </Button>
        <Button
          size="icon"
          variant="quiet"
          aria-label={t.moveDown(name)}
          aria-keyshortcuts="Alt+ArrowDown"
          aria-disabled={isLast}
          onClick={() => onMove(id, 1)}
        >
          <ArrowDown aria-hidden className="size-5" />
        </Button>
      </span>
      <span className="flex max-md:absolute max-md:top-1 max-md:right-1">
        {upload.state === "refused" && upload.retryable && (
          <Button size="icon" variant="quiet" aria-label={t.retryUpload(name)} onClick={() => tray.retry([id])}>
            <RotateCw aria-hidden className="size-5" />
          </Button>
        )}
        <Button
          id={removeButtonId(id)}
          size="icon"
          variant="quiet"
          aria-label={t.remove(name)}
          onClick={() => onRemove(id)}
        >
          <X aria-hidden className="size-5" />
        </Button>
      </span>
    </>
  );
});
