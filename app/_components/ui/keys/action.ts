import type { LucideIcon } from "lucide-react";

/**
 * Keys, word and deed of one thing that can be done, in one object: key press, button, palette and the sheet of keys
 * are all made from it, so that they cannot drift apart. `Deeds` is what a page can do.
 */
export interface Action<Deeds> {
  /** As `KeyboardEvent.key`; the first is the one that is shown. Empty for what has no key. */
  keys: readonly string[];
  shift?: boolean;
  /** With Ctrl, or ⌘ where there is one. */
  ctrl?: boolean;
  /** Whether its keys mean something else where one writes, although they are pressed with Ctrl. */
  yields?: boolean;
  label: string;
  icon?: LucideIcon;
  run(deeds: Deeds): void;
  /** Whether it can be done now; left out where it always can. */
  offered?(deeds: Deeds): boolean;
}

type Press = Pick<KeyboardEvent, "key" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey">;

/** The action of a key press; "+" and "?" need Shift on many keyboards, so only arrows heed it. */
export function actionOf<Deeds>(actions: readonly Action<Deeds>[], press: Press): Action<Deeds> | undefined {
  if (press.altKey) return undefined;
  const held = press.ctrlKey || press.metaKey;
  const heedsShift = press.key.startsWith("Arrow");
  return actions.find(
    ({ keys, shift = false, ctrl = false }) =>
      keys.includes(press.key) && ctrl === held && (!heedsShift || shift === press.shiftKey),
  );
}

/** A line of the sheet of keys. */
export interface KeyRow {
  label: string;
  keys: readonly string[];
}

const arrows: Record<string, string> = { ArrowDown: "↓", ArrowUp: "↑", ArrowLeft: "←", ArrowRight: "→" };

/** What keys are called on the keyboards of a language; a letter is called by itself. */
type KeyNames = Record<"Control" | "Shift", string> & Record<string, string>;

/** What the sheet of keys says of actions: those that have a key. */
export const keyRows = <Deeds>(actions: readonly Action<Deeds>[], names: KeyNames): KeyRow[] =>
  actions
    .filter(({ keys }) => keys.length > 0)
    .map((action) => ({ label: action.label, keys: shownKeys(action, names) }));

/** The keys of an action as they are printed on a keyboard; none for what has no key. */
export function shownKeys<Deeds>({ keys: [key], shift, ctrl }: Action<Deeds>, names: KeyNames): string[] {
  if (key === undefined) return [];
  return [...(ctrl ? [names.Control] : []), ...(shift ? [names.Shift] : []), arrows[key] ?? names[key] ?? key];
}
