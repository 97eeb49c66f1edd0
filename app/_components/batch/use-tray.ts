import { useSyncExternalStore } from "react";
import { uploadPicture } from "@/app/_data/upload-picture";
import { uploadSvg } from "@/app/_data/upload-svg";
import type { BatchKind } from "@/lib/contracts/status";
import { createTray, type Tally, type Tray } from "./tray";
import type { TrayItem } from "./tray-item";

/** The one tray of each kind on this page. On the server they stay empty for ever: nothing there adds to them. */
export const trays: Record<BatchKind, Tray> = { coloring: createTray(uploadPicture), deck: createTray(uploadSvg) };

const nothing: readonly string[] = [];
const nought: Tally = { total: 0, ready: 0, refused: 0, offline: 0, prompts: 0 };

export const useOrder = (tray: Tray): readonly string[] =>
  useSyncExternalStore(tray.subscribe, tray.order, () => nothing);
export const useTally = (tray: Tray): Tally => useSyncExternalStore(tray.subscribe, tray.tally, () => nought);
export const useTrayItem = (tray: Tray, id: string): TrayItem | undefined =>
  useSyncExternalStore(
    tray.subscribe,
    () => tray.item(id),
    () => undefined,
  );

export const useCommonPrompt = (tray: Tray): string => useSyncExternalStore(tray.subscribe, tray.common, () => "");
