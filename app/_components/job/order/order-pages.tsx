"use client";

import { ArrowDownUp, Check, Undo2 } from "lucide-react";
import { useEffect, useRef } from "react";
import { useMessages } from "@/app/_data/messages/use-messages";
import { useOrderPages } from "@/app/_data/order-pages";
import type { ItemView } from "@/lib/contracts/status";
import { Button } from "../../ui/button";
import { useDrops } from "../../ui/drag/use-drag";
import { LongList } from "../../ui/long-list/long-list";
import { Polite } from "../../ui/polite";
import { VerbError } from "../../ui/verb-error";
import { forgetDraft } from "./order-drafts";
import { OrderedPage } from "./ordered-page";
import { useOrder } from "./use-order";

interface Props {
  batchId: string;
  /** All items as they stand now, and which of them have a page; the others keep their order behind these. */
  items: readonly ItemView[];
  pages: readonly ItemView[];
  onDone(): void;
}

/** The book as its pages side by side, to be put in order before it is taken home. */
export function OrderPages({ batchId, items, pages, onDone }: Props) {
  const t = useMessages("order");
  const { order, news, move, drop, reverse, asSent } = useOrder(batchId, pages);
  const { mutate, isPending, error } = useOrderPages(batchId);
  useDrops(drop);
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that led here is gone, and what was read with it.
  useEffect(() => heading.current?.focus(), []);
  const byId = new Map(pages.map((page) => [page.item_id, page]));
  const leave = () => {
    onDone();
    forgetDraft(batchId);
  };
  const save = () => {
    const rest = items.map(({ item_id }) => item_id).filter((id) => !byId.has(id));
    mutate([...order, ...rest], { onSuccess: leave });
  };
  return (
    <section aria-label={t.title} className="min-w-0 space-y-3 lg:col-start-1 lg:row-start-1">
      <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-2 sm:min-h-9">
        <h2 ref={heading} tabIndex={-1} className="scroll-mt-4 text-lg">
          {t.title}
        </h2>
        <div className="-mr-4 flex flex-wrap max-sm:-ml-4">
          <Button variant="quiet" onClick={reverse}>
            <ArrowDownUp aria-hidden className="size-4" />
            {t.reverse}
          </Button>
          <Button variant="quiet" onClick={asSent}>
            <Undo2 aria-hidden className="size-4" />
            {t.asSent}
          </Button>
        </div>
      </div>
      <p className="text-pretty text-muted-foreground text-sm">{t.help}</p>
      <LongList
        label={t.list}
        ids={order}
        className="grid-cols-2 gap-3 sm:grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] sm:gap-4"
      >
        {(spot) => {
          const item = byId.get(spot.id);
          return item && <OrderedPage key={spot.id} {...spot} item={item} onMove={move} />;
        }}
      </LongList>
      <Polite>{news}</Polite>
      <div className="bottom-0 z-10 roomy:sticky -mx-4 flex flex-wrap justify-end gap-2 border-hairline border-t bg-surface px-4 py-3 shadow-lg max-sm:*:flex-1 sm:mx-0 sm:rounded-t-2xl sm:border sm:border-b-0">
        <VerbError error={error} />
        <Button onClick={leave}>{t.leave}</Button>
        <Button variant="primary" aria-disabled={isPending} onClick={isPending ? undefined : save}>
          <Check aria-hidden className="size-4" />
          {isPending ? t.saving : t.save}
        </Button>
      </div>
    </section>
  );
}
