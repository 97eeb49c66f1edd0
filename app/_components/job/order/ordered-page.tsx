import { type KeyboardEvent, memo, useRef } from "react";
import { useMessages } from "@/app/_data/messages/use-messages";
import type { ItemView } from "@/lib/contracts/status";
import { useDrag } from "../../ui/drag/use-drag";
import { type Spot, spotAttributes } from "../../ui/long-list/spot";
import { MoveButtons } from "../../ui/move-buttons";
import { pictureOf, smallUrl } from "../viewer/page-picture";

const previewWidth = 240;

const steps: Record<string, 1 | -1 | undefined> = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 };
const dropLine = { before: "left-0", after: "right-0" };

interface Props extends Spot {
  item: ItemView;
  onMove(id: string, by: 1 | -1): void;
}

/** A page among its neighbours in the book. Redrawn only when its place changes. */
export const OrderedPage = memo(function OrderedPage({ item, onMove, ...spot }: Props) {
  const t = useMessages("order");
  const { id, place, total } = spot;
  const { name } = item;
  const card = useRef<HTMLLIElement>(null);
  const grip = useRef<HTMLDivElement>(null);
  const side = useDrag(id, "across", card, grip);
  const picture = pictureOf(item);
  const moveByKey = (event: KeyboardEvent) => {
    const by = event.altKey ? steps[event.key] : undefined;
    if (!by) return;
    event.preventDefault();
    onMove(id, by);
  };
  return (
    <li
      ref={card}
      {...spotAttributes(spot)}
      onKeyDown={moveByKey}
      className="relative flex flex-col overflow-hidden rounded-xl border border-hairline bg-surface"
    >
      {side && <span aria-hidden className={`absolute inset-y-0 z-1 w-1 bg-accent ${dropLine[side]}`} />}
      <div ref={grip} title={t.drag(name)} className="relative aspect-4/5 cursor-grab bg-sunken active:cursor-grabbing">
        <img
          src={picture && smallUrl(picture, previewWidth)}
          alt={t.place(place + 1)}
          loading="lazy"
          decoding="async"
          draggable={false}
          className="absolute inset-2 m-auto max-h-[calc(100%-1rem)] max-w-[calc(100%-1rem)] bg-paper shadow-md"
        />
        <span className="tabular absolute bottom-1 left-1 rounded-md bg-surface px-1.5 text-sm shadow-sm">
          {place + 1}
        </span>
      </div>
      <p className="truncate px-2 pt-1.5 text-sm" title={name}>
        {name}
      </p>
      <span className="flex justify-between">
        <MoveButtons
          along="across"
          earlier={t.earlier(name)}
          later={t.later(name)}
          isFirst={place === 0}
          isLast={place === total - 1}
          onMove={(by) => onMove(id, by)}
        />
      </span>
    </li>
  );
});
