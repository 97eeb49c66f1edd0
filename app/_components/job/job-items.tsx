import { BookOpenCheck } from "lucide-react";
import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import { controls } from "@/app/_actions/control-ids";
import { useMessages } from "@/app/_data/messages/use-messages";
import type { BatchKind, BatchView, ItemStatus, ItemView } from "@/lib/contracts/status";
import { isTerminal } from "@/lib/contracts/terms/status";
import { Button } from "../ui/button";
import { isFound, isLong } from "../ui/long-list/find";
import { FindHere, NoneFound } from "../ui/long-list/find-field";
import { LongList, type LongListControl } from "../ui/long-list/long-list";
import { whenAsked } from "../ui/when-asked";
import { ItemCard } from "./item-card";
import { ItemFilter, type Shown } from "./item-filter";
import { openButtonId } from "./item-page";
import { inPageOrder } from "./order/page-order";
import { pictureOf } from "./viewer/page-picture";

/** Both come when they are asked for. */
const Viewer = whenAsked(() => import("./viewer/viewer").then((module) => module.Viewer), "viewer");
const OrderPages = whenAsked(() => import("./order/order-pages").then((module) => module.OrderPages), "order");

const groups: Record<Exclude<Shown, "all">, readonly ItemStatus[]> = {
  completed: ["completed"],
  open: ["pending", "running", "retrying"],
  failed: ["failed"],
  cancelled: ["cancelled"],
};

const within = (shown: Shown) => (item: ItemView) => shown === "all" || groups[shown].includes(item.status);
const isDrawn = (item: ItemView) => pictureOf(item) !== undefined;

/** Slides lie on their side and want more room than pages. */
const grids: Record<BatchKind, string> = {
  coloring: "grid-cols-2 sm:grid-cols-[repeat(auto-fill,minmax(12rem,1fr))]",
  deck: "grid-cols-1 min-[30rem]:grid-cols-2 sm:grid-cols-[repeat(auto-fill,minmax(16rem,1fr))]",
};

export function JobItems({ batch }: { batch: BatchView }) {
  const t = useMessages("job");
  const { batch_id: batchId, kind, status } = batch;
  const words = t.kinds[kind];
  const items = inPageOrder(batch);
  const [shown, setShown] = useState<Shown>("all");
  const [sought, setSought] = useState("");
  const [viewed, setViewed] = useState<string | null>(null);
  const [ordering, setOrdering] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  // What had the focus is gone, and the list is another: its head is where one was before.
  const backFromOrdering = () => {
    flushSync(() => setOrdering(false));
    heading.current?.focus();
  };
  const list = useRef<LongListControl>(null);
  // Whoever went from page to page is back at the one looked at last, in view or not.
  const backFromViewing = () => {
    const last = viewed ?? "";
    flushSync(() => {
      list.current?.hold(last);
      setViewed(null);
    });
    document.getElementById(openButtonId(last))?.focus();
  };
  const pages = items.filter(isDrawn);
  if (ordering) return <OrderPages {...{ batchId, items, pages }} onDone={backFromOrdering} />;
  const inState = items.filter(within(shown));
  const visible = inState.filter(({ name, prompt }) => isFound(sought, name, prompt));
  const drawn = visible.filter(isDrawn);
  const at = drawn.findIndex(({ item_id }) => item_id === viewed);
  const ids = visible.map(({ item_id }) => item_id);
  const pageOf = new Map(items.map(({ item_id }, place) => [item_id, place + 1]));
  const counts = (["all", "completed", "open", "failed", "cancelled"] as const).map((name) => ({
    name,
    n: items.filter(within(name)).length,
  }));
  return (
    <section className="min-w-0 space-y-3 lg:col-start-1 lg:row-start-1">
      <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-2 sm:min-h-9">
        <h2 ref={heading} tabIndex={-1} className="scroll-mt-4 text-lg">
          {words.results}
        </h2>
        <div className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-2 max-sm:contents">
          <ItemFilter counts={counts} shown={shown} onShow={setShown} />
          {(isLong(items.length) || sought !== "") && (
            <FindHere sought={sought} found={visible.length} total={inState.length} onSeek={setSought} />
          )}
          {kind === "coloring" && isTerminal(status) && pages.length > 1 && (
            <Button id={controls.order} onClick={() => setOrdering(true)}>
              <BookOpenCheck aria-hidden className="size-4" />
              {t.order}
            </Button>
          )}
        </div>
      </div>
      {inState.length === 0 && <p className="py-10 text-center text-muted-foreground">{words.noneInFilter}</p>}
      {inState.length > 0 && visible.length === 0 && <NoneFound sought={sought} />}
      <LongList label={words.items} ids={ids} className={`gap-3 sm:gap-4 ${grids[kind]}`} control={list}>
        {(spot) => (
          <ItemCard
            key={spot.id}
            {...spot}
            kind={kind}
            item={visible[spot.place]}
            page={pageOf.get(spot.id) ?? 0}
            againIn={isTerminal(status) ? batchId : null}
            onView={setViewed}
          />
        )}
      </LongList>
      {at >= 0 && (
        <Viewer
          {...{ batchId, kind, at, items: drawn }}
          ended={isTerminal(status)}
          onGo={(place) => setViewed(drawn[place].item_id)}
          onClose={backFromViewing}
        />
      )}
    </section>
  );
}
