import { Link2Off } from "lucide-react";
import Link from "next/link";
import { useMessages } from "@/app/_data/messages/use-messages";
import type { BatchKind } from "@/lib/contracts/status";

/** The one item of a batch that was laid out alone, by kind: its id on the tray, and the batch. */
const laidApart: Partial<Record<BatchKind, { laid: string; batchId: string }>> = {};

export function noteApart(kind: BatchKind, apart: { laid: string; batchId: string } | undefined): void {
  laidApart[kind] = apart;
}

/** The batch of which one item lies on the tray alone; null where none does. */
export function apartFrom(kind: BatchKind, order: readonly string[]): string | null {
  const apart = laidApart[kind];
  return apart && order.includes(apart.laid) ? apart.batchId : null;
}

/** Says that what is drawn anew does not go back into the book that it came from, and what does. */
export function ApartNotice({ kind, batchId }: { kind: BatchKind; batchId: string }) {
  const t = useMessages("job").again;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-xl border border-control bg-surface px-4 py-2">
      <p className="flex min-w-0 flex-1 basis-48 items-start gap-2 text-pretty text-sm">
        <Link2Off aria-hidden className="mt-0.5 size-4 shrink-0 text-muted-foreground" />
        {t.apart[kind]}
      </p>
      <Link
        href={`/jobs/${encodeURIComponent(batchId)}`}
        className="inline-flex min-h-11 items-center rounded-lg px-2 font-medium text-accent text-sm underline-offset-4 hover:underline sm:min-h-9"
      >
        {t.toWhole}
      </Link>
    </div>
  );
}
