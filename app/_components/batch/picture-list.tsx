import { useCallback, useState } from "react";
import { flushSync } from "react-dom";
import { messages } from "@/app/_data/messages";
import { Polite } from "../ui/polite";
import { ClearTray } from "./clear-tray";
import { chooseButtonId } from "./drop-zone";
import { moveButtonId, removeButtonId } from "./picture-buttons";
import { PictureRow } from "./picture-row";
import { tray, useOrder } from "./use-tray";

const t = messages.batch;
const focus = (id: string) => document.getElementById(id)?.focus();

export function PictureList() {
  const order = useOrder();
  const [news, setNews] = useState("");

  const move = useCallback((id: string, by: 1 | -1) => {
    const name = tray.picture(id)?.file.name ?? "";
    flushSync(() => setNews(t.moved(name, tray.move(id, by) + 1, tray.order().length)));
    // A row that changes its place in the document loses the focus.
    focus(moveButtonId(id, by));
  }, []);

  const remove = useCallback((id: string) => {
    const place = tray.order().indexOf(id);
    const name = tray.picture(id)?.file.name ?? "";
    flushSync(() => {
      tray.remove(id);
      setNews(t.removed(name));
    });
    const left = tray.order();
    const next = left[Math.min(place, left.length - 1)];
    focus(next ? removeButtonId(next) : chooseButtonId);
  }, []);

  return (
    <>
      {order.length > 0 && (
        <section className="space-y-2">
          <div className="flex min-h-11 items-center justify-between">
            <h2 className="text-lg">{messages.app.pictures(order.length)}</h2>
            <ClearTray total={order.length} />
          </div>
          <p className="text-pretty text-muted-foreground text-sm">{t.promptHelp}</p>
          <ol aria-label={t.list} className="space-y-2">
            {order.map((id, place) => (
              <PictureRow key={id} id={id} place={place} total={order.length} onMove={move} onRemove={remove} />
            ))}
          </ol>
        </section>
      )}
      <Polite>{news}</Polite>
    </>
  );
}
