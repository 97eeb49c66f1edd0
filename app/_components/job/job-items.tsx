import { useState } from "react";
import { messages } from "@/app/_data/messages";
import type { ItemStatus, ItemView } from "@/lib/contracts/status";
import { ItemCard } from "./item-card";
import { ItemFilter, type Shown } from "./item-filter";

const t = messages.job;

const groups: Record<Exclude<Shown, "all">, readonly ItemStatus[]> = {
  completed: ["completed"],
  open: ["pending", "running", "retrying"],
  failed: ["failed"],
  cancelled: ["cancelled"],
};

const within = (shown: Shown) => (item: ItemView) => shown === "all" || groups[shown].includes(item.status);

export function JobItems({ items }: { items: ItemView[] }) {
  const [shown, setShown] = useState<Shown>("all");
  const visible = items.filter(within(shown));
  const counts = (["all", "completed", "open", "failed", "cancelled"] as const).map((name) => ({
    name,
    n: items.filter(within(name)).length,
  }));
  return (
    <section className="min-w-0 space-y-3 lg:col-start-1 lg:row-start-1">
      <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-2 sm:min-h-9">
        <h2 className="text-lg">{t.pages}</h2>
        <ItemFilter counts={counts} shown={shown} onShow={setShown} />
      </div>
      {visible.length === 0 && <p className="py-10 text-center text-muted-foreground">{t.noneInFilter}</p>}
      <ol
        aria-label={t.items}
        className="grid grid-cols-2 gap-3 sm:grid-cols-[repeat(auto-fill,minmax(12rem,1fr))] sm:gap-4"
      >
        {visible.map((item) => (
          <ItemCard key={item.item_id} item={item} />
        ))}
      </ol>
    </section>
  );
}
