import { type RefObject, useEffect, useRef } from "react";
import { type Action, actionOf } from "./action";
import { singleKeys } from "./single-keys";

const moving = /^(Arrow|Page|Home|End)/;

/** Whether what has the focus needs this key itself: all of them where one writes, those that move (without Shift) in other fields. */
function isTaken({ target, key, shiftKey }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches("textarea, select")) return true;
  if (!(target instanceof HTMLInputElement)) return false;
  return /^(radio|range|checkbox|button)$/.test(target.type) ? moving.test(key) && !shiftKey : true;
}

const topDialog = (): Element | null => [...document.querySelectorAll("dialog[open]")].at(-1) ?? null;

/**
 * Does what the keys of a table say, wherever on the page the focus is.
 * @param within the dialog they belong to; without one they are the page's, and rest while a dialog is open.
 */
export function useKeys<Deeds>(
  actions: readonly Action<Deeds>[],
  deeds: Deeds,
  within?: RefObject<HTMLDialogElement | null>,
): void {
  const latest = useRef(deeds);
  latest.current = deeds;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || topDialog() !== (within?.current ?? null)) return;
      const action = actionOf(actions, event);
      if (!action || ((!action.ctrl || action.yields) && isTaken(event))) return;
      if ((!action.ctrl && !singleKeys.get()) || action.offered?.(latest.current) === false) return;
      event.preventDefault();
      action.run(latest.current);
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [actions, within]);
}
