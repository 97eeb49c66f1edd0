import { CircleAlert } from "lucide-react";
import { useMessages } from "@/app/_data/messages/use-messages";
import { useSettled } from "@/app/_data/use-settled";
import { refusedOn } from "./refused";
import type { Tray } from "./tray";
import { useTally } from "./use-tray";

/** Files are refused one after the other: what is said of them is said anew when this long none was added, in milliseconds. */
const quietMs = 1_000;
/** Names that are read with patience. */
const mostNamed = 3;

/** Says once of several files that they cannot be used, which twenty rows would otherwise all call out. One alone says it itself. */
export function RefusedSummary({ tray }: { tray: Tray }) {
  const t = useMessages("batch");
  useTally(tray);
  const { refused, nameOf } = refusedOn(tray);
  const names = useSettled(refused.map(nameOf), quietMs);
  return (
    <div role="alert" className="empty:hidden">
      {refused.length > 1 && names.length > 1 && (
        <p className="flex gap-2 rounded-xl border border-failed bg-surface px-4 py-3 text-pretty text-sm">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-failed" />
          <span className="min-w-0 break-words">
            {t.refusedTogether(names.length, names.slice(0, mostNamed), Math.max(0, names.length - mostNamed))}
          </span>
        </p>
      )}
    </div>
  );
}
