import { ArrowLeft, ChartGantt, Plus } from "lucide-react";
import Link from "next/link";
import { batchDownloads } from "@/app/_actions/batch-downloads";
import { controls } from "@/app/_actions/control-ids";
import { batchTitle } from "@/app/_data/batch-title";
import { useMessages } from "@/app/_data/messages/use-messages";
import type { BatchView } from "@/lib/contracts/status";
import { isTerminal } from "@/lib/contracts/terms/status";
import { buttonLook } from "../ui/button";
import { StatusBadge } from "../ui/status-badge";
import { BindBook, canBind } from "./bind-book";
import { CancelBatch } from "./cancel-batch";
import { OtherOptions } from "./other-options";
import { canRunAgain, RunAgain } from "./run-again";

export function JobHeader({ batch }: { batch: BatchView }) {
  const t = useMessages("job");
  const ended = isTerminal(batch.status);
  const downloads = batchDownloads(t).flatMap((way) => {
    const target = way.href(batch);
    return target === null ? [] : [{ ...way, target }];
  });
  return (
    <header className="space-y-3">
      <Link
        href="/jobs"
        className="-ml-2 inline-flex min-h-11 items-center gap-1.5 rounded-lg px-2 font-medium text-muted-foreground text-sm hover:text-foreground sm:min-h-9"
      >
        <ArrowLeft aria-hidden className="size-4" />
        {t.back}
      </Link>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-4">
        <div className="min-w-0 space-y-1">
          <h1 className="break-words text-3xl">{batchTitle(batch, t)}</h1>
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
            <StatusBadge status={batch.status} className="text-base" />
            {batch.title && <span>{t.kinds[batch.kind].heading(batch.total_items)}</span>}
            <span className="tabular break-all text-muted-foreground text-xs">{batch.batch_id}</span>
          </p>
        </div>
        <div className="thumb-actions max-sm:w-full">
          {downloads.map(({ id, icon: Icon, label, target, main, opens }, place) => (
            <a
              key={id}
              id={id}
              href={target}
              data-lead={place === 0 || undefined}
              className={buttonLook({ variant: main?.(batch) ? "primary" : "secondary" })}
              {...(opens ? { target: "_blank" } : { download: "" })}
            >
              <Icon aria-hidden className="size-4" />
              {label(batch)}
            </a>
          ))}
          {canBind(batch) && <BindBook batch={batch} />}
          {ended && canRunAgain(batch) && <RunAgain batch={batch} leads={downloads.length === 0} />}
          <Link id={controls.trace} href={`/jobs/${batch.batch_id}/trace`} className={buttonLook()}>
            <ChartGantt aria-hidden className="size-4" />
            {t.seeTrace}
          </Link>
          {ended && <OtherOptions batchId={batch.batch_id} kind={batch.kind} />}
          {ended ? (
            <Link href={batch.kind === "deck" ? "/?kind=deck" : "/"} className={buttonLook()}>
              <Plus aria-hidden className="size-4" />
              {t.anotherBatch}
            </Link>
          ) : (
            <CancelBatch batch={batch} />
          )}
        </div>
      </div>
    </header>
  );
}
