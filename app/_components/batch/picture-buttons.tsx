import { ArrowDown, ArrowUp, RotateCw, X } from "lucide-react";
import { messages } from "@/app/_data/messages";
import { Button } from "../ui/button";
import type { Picture } from "./tray";
import { tray } from "./use-tray";

const t = messages.batch;

interface Props {
  picture: Picture;
  place: number;
  total: number;
  onMove(id: string, by: 1 | -1): void;
  onRemove(id: string): void;
}

/** Where the focus goes back to after the row has moved. */
export const moveButtonId = (id: string, by: 1 | -1) => `${id}-${by === 1 ? "down" : "up"}`;
export const removeButtonId = (id: string) => `${id}-remove`;

export function PictureButtons({ picture, place, total, onMove, onRemove }: Props) {
  const { id, file, upload } = picture;
  return (
    <>
      {/* aria-disabled and not disabled: at an end of the list the button must keep the focus. */}
      <span className="flex">
        <Button
          id={moveButtonId(id, -1)}
          size="icon"
          variant="quiet"
          aria-label={t.moveUp(file.name)}
          aria-disabled={place === 0}
          onClick={() => onMove(id, -1)}
        >
          <ArrowUp aria-hidden className="size-5" />
        </Button>
        <Button
          id={moveButtonId(id, 1)}
          size="icon"
          variant="quiet"
          aria-label={t.moveDown(file.name)}
          aria-disabled={place === total - 1}
          onClick={() => onMove(id, 1)}
        >
          <ArrowDown aria-hidden className="size-5" />
        </Button>
      </span>
      <span className="flex max-md:absolute max-md:top-1 max-md:right-1">
        {upload.state === "refused" && upload.retryable && (
          <Button size="icon" variant="quiet" aria-label={t.retryUpload(file.name)} onClick={() => tray.retry([id])}>
            <RotateCw aria-hidden className="size-5" />
          </Button>
        )}
        <Button
          id={removeButtonId(id)}
          size="icon"
          variant="quiet"
          aria-label={t.remove(file.name)}
          onClick={() => onRemove(id)}
        >
          <X aria-hidden className="size-5" />
        </Button>
      </span>
    </>
  );
}
