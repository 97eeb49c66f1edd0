import type { Tray } from "./tray";
import type { TrayItem } from "./tray-item";

/** What was taken off a tray at once, and all ids in the order they had until then. */
export interface Removal {
  items: readonly TrayItem[];
  order: readonly string[];
}

/** Puts back what was removed from a tray last, where it was. @returns its ids in order; none when there is nothing. */
export function undoRemoval(tray: Tray): string[] {
  const last = tray.lastRemoval();
  if (last === null) return [];
  const order = restoredOrder(tray.order(), last);
  tray.layBack(last.items.map(laidBack), order);
  return order.filter((id) => last.items.some((item) => item.id === id));
}

/** @returns the present order with what was removed put back, each behind the nearest thing before it that is still there. */
function restoredOrder(present: readonly string[], { items, order }: Removal): string[] {
  const restored = [...present];
  const back = new Set(items.map(({ id }) => id));
  const placed = new Set(present);
  order.forEach((id, at) => {
    if (!back.has(id)) return;
    const before = order.slice(0, at).findLast((one) => placed.has(one));
    restored.splice(before === undefined ? 0 : restored.indexOf(before) + 1, 0, id);
    placed.add(id);
  });
  return restored;
}

/** An item as it is laid out again: what was on its way to the server when it was removed is sent anew. */
const laidBack = (item: TrayItem): TrayItem =>
  item.upload.state === "sending" || item.upload.state === "offline" ? { ...item, upload: { state: "waiting" } } : item;
