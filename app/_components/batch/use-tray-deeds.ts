import { type RefObject, useCallback, useState } from "react";
import { flushSync } from "react-dom";
import { useMessages } from "@/app/_data/messages/use-messages";
import type { Side } from "../ui/drag/dragging";
import type { LongListControl } from "../ui/long-list/long-list";
import type { Desk } from "./desks";
import { chooseButtonId } from "./drop-zone";
import { removeButtonId } from "./row-ids";
import { undoRemoval } from "./undo";
import { useDeskWords } from "./use-desk-words";

const focus = (id: string) => document.getElementById(id)?.focus();

/**
 * What is done with the things on a tray, what is said of it, and where the focus goes from there.
 * @param list that shows them, and `shown` the ids that it shows.
 */
export function useTrayDeeds(
  { tray, kind }: Desk,
  list: RefObject<LongListControl | null>,
  shown: RefObject<readonly string[]>,
) {
  const t = useMessages("batch");
  const words = useDeskWords(kind);
  const [news, setNews] = useState("");

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
      const place = shown.current.indexOf(id);
      const left = shown.current.filter((one) => one !== id);
      const next = left.at(Math.min(place, left.length - 1));
      const name = tray.item(id)?.name ?? "";
      flushSync(() => {
        if (next) list.current?.hold(next);
        tray.remove([id]);
        setNews(t.removed(name));
      });
      focus(next ? removeButtonId(next) : chooseButtonId);
    },
    [tray, list, shown, t.removed],
  );

  const drop = useCallback(
    (id: string, beside: string, side: Side) => {
      setNews(t.moved(tray.item(id)?.name ?? "", tray.moveBeside(id, beside, side) + 1, tray.order().length));
    },
    [tray, t.moved],
  );

  return {
    news,
    move,
    remove,
    drop,
    reverse() {
      tray.reverse();
      setNews(t.reversed);
    },
    removeAll() {
      setNews(words.removed(tray.order().length));
      tray.remove(tray.order());
      focus(chooseButtonId);
    },
    undo() {
      const [first] = flushSync(() => undoRemoval(tray));
      setNews(t.undone);
      flushSync(() => tray.seek(first));
      focus(removeButtonId(first));
    },
    /** What was removed stays so. The focus goes to what stands before the notice, the end of the list. */
    letGo() {
      const last = shown.current.at(-1);
      flushSync(() => {
        if (last) list.current?.hold(last);
        tray.forgetRemovals();
      });
      focus(last ? removeButtonId(last) : chooseButtonId);
    },
  };
}
