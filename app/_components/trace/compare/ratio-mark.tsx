import { ArrowDown, ArrowUp, Equal } from "lucide-react";
import { useMessages } from "@/app/_data/messages/use-messages";
import { useFormats } from "@/app/_data/use-formats";

/** Ratios within this of 1 say nothing: the same batch run twice differs by as much. */
const near = 0.1;

/** How many times as much, with a sign for the way it goes. */
export function RatioMark({ ratio }: { ratio: number | null }) {
  const t = useMessages("trace").compare;
  const { decimal } = useFormats();
  if (ratio === null) return <span className="text-muted-foreground">{t.missing}</span>;
  const way = Math.abs(ratio - 1) <= near ? "same" : ratio > 1 ? "slower" : "faster";
  const { icon: Icon, tone } = looks[way];
  return (
    <span className={`tabular inline-flex items-center justify-end gap-1 whitespace-nowrap ${tone}`}>
      <Icon aria-label={t[way]} role="img" className="size-3.5 shrink-0" />
      {ratio >= 10 ? decimal(ratio, 0) : decimal(ratio, 2)} ×
    </span>
  );
}

const looks = {
  same: { icon: Equal, tone: "text-muted-foreground" },
  slower: { icon: ArrowUp, tone: "font-semibold text-failed" },
  faster: { icon: ArrowDown, tone: "font-semibold text-done" },
};
