import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useMessages } from "@/app/_data/messages/use-messages";

import type { BatchView } from "@/lib/contracts/status";
import { isTerminal } from "@/lib/contracts/terms/status";
import { LocalMoment } from "../ui/local-moment";
import { ProgressBar } from "../ui/progress-bar";
import { StatusBadge } from "../ui/status-badge";
import { JobCover } from "./job-cover";

/** One batch in the list; the whole row opens it, while the link keeps a short name. */
export function JobRow({ batch }: { batch: BatchView }) {
  const jobMessages = useMessages("job");
  const t = useMessages("jobs");
  const { total_items, processed, failed, cancelled, progress_percent, created_at } = batch;
  return (
    <li className="relative grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1.5 rounded-xl border border-hairline bg-surface py-2 pr-3 pl-2 hover:bg-hover md:grid-cols-[auto_minmax(0,5fr)_minmax(0,4fr)_9rem_auto] md:gap-x-6">
      <JobCover kind={batch.kind} cover={batch.cover} />
      <div className="min-w-0">
        <Link
          href={`/jobs/${encodeURIComponent(batch.batch_id)}`}
          className="line-clamp-2 break-words font-medium outline-none after:absolute after:inset-0 after:rounded-xl focus-visible:after:outline-2 focus-visible:after:outline-accent"
        >
          {batch.title || t.called(batch.first_names, total_items)}
        </Link>
        <p className="flex flex-wrap gap-x-2 text-muted-foreground text-sm">
          <span>{t.names[batch.kind](total_items)}</span>
          <LocalMoment iso={created_at} />
        </p>
      </div>
      <div className="min-w-0 space-y-1.5 text-muted-foreground text-sm max-md:order-last max-md:col-span-2 max-md:col-start-2">
        <p className="flex flex-wrap gap-x-3">
          <span>{t.done(processed, total_items)}</span>
          {failed > 0 && <span className="text-failed">{t.failed(failed)}</span>}
          {cancelled > 0 && <span className="text-cancelled">{t.cancelled(cancelled)}</span>}
        </p>
        {!isTerminal(batch.status) && (
          <ProgressBar label={jobMessages.progress} percent={progress_percent} className="h-1.5" />
        )}
      </div>
      <StatusBadge status={batch.status} className="text-sm max-md:justify-self-end" />
      <ChevronRight aria-hidden className="size-5 text-muted-foreground max-md:hidden" />
    </li>
  );
}
