import { memo } from "react";
import { messages } from "@/app/_data/messages";
import { PictureButtons } from "./picture-buttons";
import { Thumbnail } from "./thumbnail";
import { UploadState } from "./upload-state";
import { tray, usePicture } from "./use-tray";

interface Props {
  id: string;
  place: number;
  total: number;
  onMove(id: string, by: 1 | -1): void;
  onRemove(id: string): void;
}

/** One picture on the tray. Redrawn only when this picture or its place changes. */
export const PictureRow = memo(function PictureRow({ id, place, total, onMove, onRemove }: Props) {
  const picture = usePicture(id);
  if (!picture) return null;
  const { name } = picture.file;
  return (
    <li
      id={id}
      className="offscreen-skip appear relative grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 gap-y-2 rounded-xl border border-hairline bg-surface p-3 md:grid-cols-[1.75rem_auto_minmax(0,5fr)_minmax(0,6fr)_auto_auto]"
    >
      <span aria-hidden className="tabular text-right text-muted-foreground text-sm max-md:hidden">
        {place + 1}
      </span>
      <Thumbnail source={picture.preview} />
      <div className="min-w-0 max-md:col-span-2 max-md:pr-11">
        <p className="truncate font-medium" title={name}>
          <span className="tabular mr-2 text-muted-foreground text-sm md:hidden" aria-hidden>
            {place + 1}
          </span>
          {name}
        </p>
        <UploadState picture={picture} />
      </div>
      <input
        value={picture.prompt}
        maxLength={2000}
        aria-label={messages.batch.prompt(name)}
        placeholder={messages.batch.promptHint}
        onChange={(event) => tray.setPrompt(id, event.target.value)}
        className="min-h-11 w-full min-w-0 rounded-lg border border-control bg-surface px-3 placeholder:text-muted-foreground max-md:col-span-2 sm:min-h-10 sm:text-sm"
      />
      <PictureButtons picture={picture} place={place} total={total} onMove={onMove} onRemove={onRemove} />
    </li>
  );
});
