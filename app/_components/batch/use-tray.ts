import { useSyncExternalStore } from "react";
import { uploadPicture } from "@/app/_data/upload-picture";
import { createTray, type Picture, type Tally } from "./tray";

/** The one tray of this page. On the server it stays empty for ever: nothing there adds to it. */
export const tray = createTray(uploadPicture);

const nothing: readonly string[] = [];
const nought: Tally = { total: 0, ready: 0, refused: 0 };

export const useOrder = (): readonly string[] => useSyncExternalStore(tray.subscribe, tray.order, () => nothing);
export const useTally = (): Tally => useSyncExternalStore(tray.subscribe, tray.tally, () => nought);
export const usePicture = (id: string): Picture | undefined =>
  useSyncExternalStore(
    tray.subscribe,
    () => tray.picture(id),
    () => undefined,
  );
