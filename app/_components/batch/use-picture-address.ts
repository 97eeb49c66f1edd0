import { useEffect, useMemo } from "react";
import { addressOf, showing } from "./picture-addresses";
import type { TrayItem } from "./tray";

/**
 * The address of an item's picture: where the server has it, or one of the chosen file itself, which is given back when
 * nothing shows it any more. Null for what is no file.
 */
export function usePictureAddress({ file, preview }: Pick<TrayItem, "file" | "preview">): string | null {
  const address = useMemo(() => file && addressOf(file), [file]);
  useEffect(() => (file === null ? undefined : showing(file)), [file]);
  return address ?? preview;
}
