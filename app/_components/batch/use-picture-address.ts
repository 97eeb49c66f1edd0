import { useEffect, useState } from "react";
import type { TrayItem } from "./tray";

/**
 * The address of an item's picture: where the server has it, or one of the chosen file itself, which is given back when
 * nothing shows it any more. Null while there is none yet, and for what is no file.
 */
export function usePictureAddress({ file, preview }: Pick<TrayItem, "file" | "preview">): string | null {
  const [made, setMade] = useState<{ of: File; address: string } | null>(null);
  useEffect(() => {
    if (file === null) return;
    const address = URL.createObjectURL(file);
    setMade({ of: file, address });
    return () => URL.revokeObjectURL(address);
  }, [file]);
  return made !== null && made.of === file ? made.address : preview;
}
