import type { Messages } from "@/app/_data/messages/catalogue";
import type { Action } from "../../ui/keys/action";

/** What the keys of the timeline can do; `timelineDeeds` says how. */
export interface TimelineDeeds {
  move(rows: number): void;
  /** By so many times the rows in sight. */
  movePages(pages: number): void;
  unfold(): void;
  fold(): void;
  zoom(factor: number): void;
  pan(share: number): void;
  showWhole(): void;
  showChosen(): void;
  nextError(): void;
  find(): void;
  copy(): void;
  copyLink(): void;
  close(): void;
  listKeys(): void;
}

/** Key, word and deed of every action, in one place: the sheet of keys is this table. */
export const timelineActions = (t: Messages<"timeline">["actions"]): readonly Action<TimelineDeeds>[] => [
  { keys: ["ArrowDown", "j"], label: t.down, run: (deeds) => deeds.move(1) },
  { keys: ["ArrowUp", "k"], label: t.up, run: (deeds) => deeds.move(-1) },
  { keys: ["PageDown"], label: t.pageDown, run: (deeds) => deeds.movePages(1) },
  { keys: ["PageUp"], label: t.pageUp, run: (deeds) => deeds.movePages(-1) },
  { keys: ["Home"], label: t.first, run: (deeds) => deeds.move(Number.NEGATIVE_INFINITY) },
  { keys: ["End"], label: t.last, run: (deeds) => deeds.move(Number.POSITIVE_INFINITY) },
  { keys: ["ArrowRight"], shift: true, label: t.later, run: (deeds) => deeds.pan(0.25) },
  { keys: ["ArrowLeft"], shift: true, label: t.earlier, run: (deeds) => deeds.pan(-0.25) },
  { keys: ["ArrowRight"], label: t.unfold, run: (deeds) => deeds.unfold() },
  { keys: ["ArrowLeft"], label: t.fold, run: (deeds) => deeds.fold() },
  { keys: ["+", "="], label: t.zoomIn, run: (deeds) => deeds.zoom(0.5) },
  { keys: ["-"], label: t.zoomOut, run: (deeds) => deeds.zoom(2) },
  { keys: ["0"], label: t.whole, run: (deeds) => deeds.showWhole() },
  { keys: ["z"], label: t.toSpan, run: (deeds) => deeds.showChosen() },
  { keys: ["e"], label: t.nextError, run: (deeds) => deeds.nextError() },
  { keys: ["/"], label: t.find, run: (deeds) => deeds.find() },
  { keys: ["c"], label: t.copy, run: (deeds) => deeds.copy() },
  { keys: ["l"], label: t.copyLink, run: (deeds) => deeds.copyLink() },
  { keys: ["Escape"], label: t.close, run: (deeds) => deeds.close() },
  { keys: ["?"], label: t.keys, run: (deeds) => deeds.listKeys() },
];
