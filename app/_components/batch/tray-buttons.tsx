import { RotateCw, X } from "lucide-react";
import { memo } from "react";
import { useMessages } from "@/app/_data/messages/use-messages";
import { Button } from "../ui/button";
import { MoveButtons } from "../ui/move-buttons";
import { removeButtonId } from "./row-ids";
import type { Tray } from "./tray";
import type { TrayItem } from "./tray-item";

interface Props {
  tray: Tray;
  item: TrayItem;
  isFirst: boolean;
  isLast: boolean;
  onMove(id: string, by: 1 | -1): void;
  onRemove(id: string): void;
}

/** Redrawn only when the item itself changes, or comes to an end of the list. */
export const TrayButtons = memo(function TrayButtons({ tray, item, isFirst, isLast, onMove, onRemove }: Props) {
  const t = useMessages("batch");
  const { id, name, upload } = item;
  return (
    <>
      <span className="flex max-md:-ml-3">
        <MoveButtons
          along="down"
          earlier={t.moveUp(name)}
          later={t.moveDown(name)}
          {...{ isFirst, isLast }}
          onMove={(by) => onMove(id, by)}
        />
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
