import { WifiOff } from "lucide-react";
import type { Connection } from "@/app/_data/follow-batch";
import { useMessages } from "@/app/_data/messages/use-messages";
import { useFormats } from "@/app/_data/use-formats";
import type { BatchView } from "@/lib/contracts/status";
import { isTerminal } from "@/lib/contracts/terms/status";
import { ProgressBar } from "../ui/progress-bar";
import { Counters } from "./counters";
import { JobFacts } from "./job-facts";
import { JobKeeping } from "./job-keeping";
import { JobNews } from "./job-news";

export function JobProgress({ batch, connection }: { batch: BatchView; connection: Connection }) {
  const t = useMessages("job");
  const { roughly } = useFormats();
  const { total_items: total, processed, failed, cancelled, progress_percent: percent, eta_seconds } = batch;
  const finished = processed + failed;
  const running = !isTerminal(batch.status);
  return (
    <section aria-label={t.progress} className="space-y-4 rounded-2xl border border-hairline bg-surface p-5">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p className="font-medium">{t.finishedOf(finished, total)}</p>
        <JobNews batch={batch} />
        <p className="flex flex-wrap items-center gap-x-3 text-muted-foreground text-sm">
          {running && connection === "lost" && (
            <span className="flex items-center gap-1.5 text-failed">
              <WifiOff aria-hidden className="size-4" />
              {t.reconnecting}
            </span>
          )}
          {running && eta_seconds !== null && <span>{t.eta(roughly(eta_seconds))}</span>}
          <span className="tabular min-w-[5ch] text-right">{Math.floor(percent)} %</span>
        </p>
      </div>
      <ProgressBar
        label={t.progress}
        percent={percent}
        text={t.progressText(finished, total, Math.floor(percent))}
        parts={[
          { share: processed / total, className: "bg-done" },
          { share: failed / total, className: "bg-failed" },
          { share: cancelled / total, className: "bg-cancelled" },
        ]}
        className="h-3"
      />
      <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3">
        <Counters batch={batch} />
        <JobFacts batch={batch} />
      </div>
      <JobKeeping batch={batch} />
    </section>
  );
}
