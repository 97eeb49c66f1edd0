import { useCallback, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useMessages } from "@/app/_data/messages/use-messages";
import type { ItemView } from "@/lib/contracts/status";
import type { Side } from "../../ui/drag/dragging";
import { moved, placeBeside } from "../../ui/drag/order";
import { draftOf, forgetDraft, noteDraft } from "./order-drafts";

/** Pages while they are put in order, and what was last done to them, to be read out. */
export function useOrder(batchId: string, pages: readonly ItemView[]) {
  const t = useMessages("order");
  const present = pages.map(({ item_id }) => item_id);
  const [order, setOrder] = useState(() => draftOf(batchId, present));
  const isChanged = order.some((id, place) => id !== present[place]);
  useEffect(() => {
    if (!isChanged) return forgetDraft(batchId);
    noteDraft(batchId, order);
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [batchId, order, isChanged]);
  const [news, setNews] = useState("");
  const latest = useRef({ order, pages });
  latest.current = { order, pages };

  const moveTo = useCallback(
    (id: string, placeIn: (order: readonly string[]) => number) => {
      const { order: present, pages: all } = latest.current;
      const [from, to] = [present.indexOf(id), placeIn(present)];
      if (to < 0 || to >= present.length) return;
      const focused = document.activeElement;
      flushSync(() => {
        setOrder(moved(present, from, to));
        setNews(t.moved(all.find(({ item_id }) => item_id === id)?.name ?? "", to + 1, present.length));
      });
      // What changes its place in the document loses the focus.
      if (focused instanceof HTMLElement) focused.focus();
    },
    [t.moved],
  );
  const move = useCallback((id: string, by: 1 | -1) => moveTo(id, (present) => present.indexOf(id) + by), [moveTo]);
  const drop = useCallback(
    (id: string, beside: string, side: Side) => moveTo(id, (present) => placeBeside(present, id, beside, side)),
    [moveTo],
  );
  const reverse = () => {
    setOrder([...order].reverse());
    setNews(t.reversed);
  };
  const asSent = () => {
    setOrder([...pages].sort((one, other) => one.index - other.index).map(({ item_id }) => item_id));
    setNews(t.asSentNews);
  };
  return { order, news, move, drop, reverse, asSent };
}
