import { ArrowDownUp } from "lucide-react";
import { useCallback, useDeferredValue, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { controls } from "@/app/_actions/control-ids";
import { useMessages } from "@/app/_data/messages/use-messages";
import { Button } from "../ui/button";
import type { Side } from "../ui/drag/dragging";
import { useDrops } from "../ui/drag/use-drag";
import { LongList, type LongListControl } from "../ui/long-list/long-list";
import { Polite } from "../ui/polite";
import { ClearTray } from "./clear-tray";
import { CommonPrompt } from "./common-prompt";
import type { Desk } from "./desks";
import { chooseButtonId } from "./drop-zone";
import { OtherKind } from "./other-kind";
import { RepeatNotice } from "./repeat-notice";
import { removeButtonId } from "./tray-buttons";
import { TrayRow } from "./tray-row";
import { useDeskWords } from "./use-desk-words";
import { useCommonPrompt, useOrder, useTally } from "./use-tray";

const focus = (id: string) => document.getElementById(id)?.focus();

export function TrayList({ desk }: { desk: Desk }) {
  const t = useMessages("batch");
  const { tray, kind } = desk;
  const words = useDeskWords(kind);
  const order = useOrder(tray);
  const { prompts } = useTally(tray);
  // A thousand rows show it: they follow the typing, and do not hold it up.
  const common = useDeferredValue(useCommonPrompt(tray));
  const [news, setNews] = useState("");
  const list = useRef<LongListControl>(null);
  useEffect(() => tray.onSought((id) => list.current?.seek(id)), [tray]);

  const move = useCallback(
    (id: string, by: 1 | -1) => {
      const name = tray.item(id)?.name ?? "";
      const focused = document.activeElement;
      flushSync(() => setNews(t.moved(name, tray.move(id, by) + 1, tray.order().length)));
      // A row that changes its place in the document loses the focus.
      if (focused instanceof HTMLElement) focused.focus();
    },
    [tray, t.moved],
  );

  const remove = useCallback(
    (id: string) => {
      const place = tray.order().indexOf(id);
      const name = tray.item(id)?.name ?? "";
      const left = tray.order().filter((one) => one !== id);
      const next = left.at(Math.min(place, left.length - 1));
      flushSync(() => {
        if (next) list.current?.hold(next);
        tray.remove([id]);
        setNews(t.removed(name));
      });
      focus(next ? removeButtonId(next) : chooseButtonId);
    },
    [tray, t.removed],
  );

  const reverse = () => {
    tray.reverse();
    setNews(t.reversed);
  };

  const drop = useCallback(
    (id: string, beside: string, side: Side) => {
      setNews(t.moved(tray.item(id)?.name ?? "", tray.moveBeside(id, beside, side) + 1, tray.order().length));
    },
    [tray, t.moved],
  );
  useDrops(drop);

  return (
    <>
      {order.length > 0 && (
        <section className="space-y-2">
          <div className="flex min-h-11 flex-wrap items-center justify-between">
            <h2 className="text-lg">{words.counted(order.length, prompts)}</h2>
            <div className="-mr-4 flex">
              {order.length > 1 && (
                <Button id={controls.reverse} variant="quiet" onClick={reverse}>
                  <ArrowDownUp aria-hidden className="size-4" />
                  {t.reverse}
                </Button>
              )}
              <ClearTray desk={desk} total={order.length} />
            </div>
          </div>
          <OtherKind desk={desk} />
          <RepeatNotice tray={tray} />
          {desk.prompts && <CommonPrompt tray={tray} />}
          <p className="text-pretty text-muted-foreground text-sm">{words.help}</p>
          <LongList label={words.list} ids={order} className="grid-cols-1 gap-2" control={list}>
            {(spot) => <TrayRow key={spot.id} {...spot} {...{ desk, common }} onMove={move} onRemove={remove} />}
          </LongList>
        </section>
      )}
      <Polite>{news}</Polite>
    </>
  );
}
