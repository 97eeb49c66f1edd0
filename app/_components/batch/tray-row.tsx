import { GripVertical } from "lucide-react";
import { type KeyboardEvent, memo, useRef } from "react";
import { useMessages } from "@/app/_data/messages/use-messages";
import { useDrag } from "../ui/drag/use-drag";
import { type Spot, spotAttributes } from "../ui/long-list/spot";
import type { Desk } from "./desks";
import { RowPrompt } from "./row-prompt";
import { Thumbnail } from "./thumbnail";
import { TrayButtons } from "./tray-buttons";
import { UploadState } from "./upload-state";
import { useTrayItem } from "./use-tray";
import { useIsShown, useRepeatOf } from "./use-tray-rows";

interface Props extends Spot {
  desk: Desk;
  /** The prompt for all. */
  common: string;
  /** Its place from 0 among all that lies on the tray, whatever part of that the list shows, and how many that is. */
  laid: number;
  laidInAll: number;
  onMove(id: string, by: 1 | -1): void;
  onRemove(id: string): void;
}

const steps: Record<string, 1 | -1 | undefined> = { ArrowUp: -1, ArrowDown: 1 };

const dropLine = { before: "top-0", after: "bottom-0" };

/** One thing on the tray. Redrawn only when it or its place changes. */
export const TrayRow = memo(function TrayRow({ desk, common, laid, laidInAll, onMove, onRemove, ...spot }: Props) {
  const { id } = spot;
  const batchMessages = useMessages("batch");
  const { tray, prompts } = desk;
  const item = useTrayItem(tray, id);
  const shown = useIsShown(tray, id);
  const repeated = useRepeatOf(tray, id);
  const row = useRef<HTMLLIElement>(null);
  const grip = useRef<HTMLSpanElement>(null);
  const side = useDrag(id, "down", row, grip);
  if (!item) return null;
  const { name, upload } = item;
  // A sentence stands where its prompt would, which comes back with a file that can be used.
  const unusable = upload.state === "refused" && !upload.retryable;
  const moveByKey = (event: KeyboardEvent) => {
    const by = event.altKey ? steps[event.key] : undefined;
    if (!by) return;
    event.preventDefault();
    onMove(id, by);
  };
  const columns = prompts
    ? "md:grid-cols-[2.5rem_auto_minmax(0,5fr)_minmax(0,6fr)_auto_auto]"
    : "md:grid-cols-[2.5rem_auto_minmax(0,1fr)_auto_auto]";
  return (
    <li
      ref={row}
      {...spotAttributes(spot)}
      onKeyDown={moveByKey}
      className={`relative grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 gap-y-2 rounded-xl border border-hairline bg-surface p-3 ${columns}`}
    >
      {side && <span aria-hidden className={`absolute inset-x-0 h-1 rounded-full bg-accent ${dropLine[side]}`} />}
      <span
        ref={grip}
        aria-hidden
        title={batchMessages.drag(name)}
        className="tabular flex cursor-grab items-center justify-end text-muted-foreground text-sm active:cursor-grabbing max-md:hidden"
      >
        <GripVertical className="size-4" />
        {laid + 1}
      </span>
      <div className={prompts && !unusable ? "" : "max-md:row-span-2 max-md:self-start"}>
        <button
          type="button"
          aria-label={batchMessages.preview.show(name)}
          aria-pressed={shown}
          onClick={() => tray.show(id)}
          className="block rounded-lg aria-pressed:outline-2 aria-pressed:outline-accent aria-pressed:outline-offset-2"
        >
          <Thumbnail item={item} />
        </button>
      </div>
      <div className={`min-w-0 max-md:col-span-2 max-md:pr-11 ${prompts && unusable ? "md:col-span-2" : ""}`}>
        <p className="truncate font-medium" title={name}>
          <span className="tabular mr-2 text-muted-foreground text-sm md:hidden" aria-hidden>
            {laid + 1}
          </span>
          {name}
        </p>
        <UploadState {...{ desk, item }} />
        {repeated !== undefined && (
          <p className="truncate text-cancelled text-sm">{batchMessages.repeats.sameAs(repeated)}</p>
        )}
      </div>
      {prompts && !unusable && <RowPrompt {...{ tray, item, common }} place={laid} />}
      <TrayButtons {...{ tray, item, onMove, onRemove }} isFirst={laid === 0} isLast={laid === laidInAll - 1} />
    </li>
  );
});
