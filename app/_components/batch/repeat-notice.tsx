import { Copy } from "lucide-react";
import { useMessages } from "@/app/_data/messages/use-messages";
import { Button } from "../ui/button";
import type { Tray } from "./tray";
import { useRepeats } from "./use-tray-rows";

/** Points out files that were laid out more than once; someone may mean it, so they stay unless they are removed. */
export function RepeatNotice({ tray }: { tray: Tray }) {
  const t = useMessages("batch").repeats;
  const repeats = useRepeats(tray);
  if (repeats.size === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-xl border border-control bg-surface px-4 py-2">
      <p className="flex min-w-0 flex-1 basis-48 items-center gap-2 text-sm">
        <Copy aria-hidden className="size-4 shrink-0 text-muted-foreground" />
        {t.found(repeats.size)}
      </p>
      <Button onClick={() => tray.remove([...repeats.keys()])}>{t.remove(repeats.size)}</Button>
    </div>
  );
}
