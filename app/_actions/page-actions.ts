import type { Action } from "@/app/_components/ui/keys/action";
import type { Messages } from "@/app/_data/messages/catalogue";
import { type Control, controls } from "./control-ids";

/** What a page can do of itself. */
export interface PageDeeds {
  /** Whether the page has this control. */
  has(control: Control): boolean;
  press(control: Control): void;
  focus(control: Control): void;
  go(path: string): void;
  listKeys(): void;
  openPalette(): void;
}

export interface PageAction extends Action<PageDeeds> {
  group: keyof Messages<"commands">["groups"];
}

/** An action is the control it presses, which itself says what keeps it from being pressed. */
const pressing = (control: Control, label: string, ...keys: string[]): PageAction => ({
  group: "here",
  keys,
  label,
  offered: (deeds) => deeds.has(control),
  run: (deeds) => deeds.press(control),
});
const focusing = (control: Control, label: string, ...keys: string[]): PageAction => ({
  ...pressing(control, label, ...keys),
  run: (deeds) => deeds.focus(control),
});
const going = (path: string, label: string, ...keys: string[]): PageAction => ({
  group: "elsewhere",
  keys,
  label,
  run: (deeds) => deeds.go(path),
});

/** All that keys and the palette do on Batch, Jobs and a batch's page. */
export const pageActions = (t: Messages<"commands">): readonly PageAction[] => [
  pressing(controls.chooseFiles, t.chooseFiles, "a"),
  pressing(controls.chooseFolder, t.chooseFolder),
  pressing(controls.pastePrompts, t.pastePrompts),
  focusing(controls.find, t.findInList, "/"),
  { ...pressing(controls.undo, t.undo, "z"), ctrl: true, yields: true },
  pressing(controls.reverse, t.reverse),
  pressing(controls.clear, t.clear),
  pressing(controls.start, t.start, "s"),
  pressing(controls.download, t.download, "d"),
  pressing(controls.book, t.book, "o"),
  pressing(controls.order, t.order, "r"),
  pressing(controls.trace, t.trace, "t"),
  pressing(controls.runAgain, t.runAgain),
  pressing(controls.otherOptions, t.otherOptions),
  pressing(controls.cancel, t.cancel),
  pressing(controls.keep, t.keep),
  pressing(controls.remove, t.remove),
  going("/", t.toBatch, "b"),
  going("/?kind=deck", t.toDeck),
  going("/jobs", t.toJobs, "j"),
  going("/docs", t.toDocs),
  { group: "keys", keys: ["k"], ctrl: true, label: t.palette, run: (deeds) => deeds.openPalette() },
  { group: "keys", keys: ["?"], label: t.keys, run: (deeds) => deeds.listKeys() },
];
