import type { BatchView, ItemView } from "@/lib/contracts/status";

/** A batch's items as they stand in its book and its ZIP. */
export function inPageOrder({ items = [], page_order }: Pick<BatchView, "items" | "page_order">): ItemView[] {
  if (!page_order) return items;
  const byId = new Map(items.map((item) => [item.item_id, item]));
  return page_order.flatMap((id) => byId.get(id) ?? []);
}
