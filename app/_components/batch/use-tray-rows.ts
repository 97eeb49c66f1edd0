import { useSyncExternalStore } from "react";
import type { Tray } from "./tray";
import type { TrayItem } from "./tray-item";
import type { Removal } from "./undo";

export const useIsShown = (tray: Tray, id: string): boolean =>
  useSyncExternalStore(
    tray.subscribe,
    () => tray.shown() === id,
    () => false,
  );
export const useShownItem = (tray: Tray): TrayItem | undefined =>
  useSyncExternalStore(
    tray.subscribe,
    () => tray.item(tray.shown() ?? ""),
    () => undefined,
  );
export const useRepeatOf = (tray: Tray, id: string): string | undefined =>
  useSyncExternalStore(
    tray.subscribe,
    () => tray.repeatOf(id),
    () => undefined,
  );
const noRepeats: ReadonlyMap<string, string> = new Map();
export const useRepeats = (tray: Tray): ReadonlyMap<string, string> =>
  useSyncExternalStore(tray.subscribe, tray.repeats, () => noRepeats);
export const useLastRemoval = (tray: Tray): Removal | null =>
  useSyncExternalStore(tray.subscribe, tray.lastRemoval, () => null);
