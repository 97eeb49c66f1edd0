import { ArrowLeft, Download } from "lucide-react";
import Link from "next/link";
import { batchTitle } from "@/app/_data/batch-title";
import { useMessages } from "@/app/_data/messages/use-messages";
import { apiRoot } from "@/app/_data/request";
import type { BatchView } from "@/lib/contracts/status";
import { traceFormats } from "@/lib/contracts/terms/trace";
import { buttonLook } from "../ui/button";
import { StatusBadge } from "../ui/status-badge";

/** @param batch undefined until it is known. */
export function TraceHeader({ id, batch }: { id: string; batch: BatchView | undefined }) {
  const jobMessages = useMessages("job");
  const t = useMessages("trace");
  const trace = `${apiRoot}/jobs/${encodeURIComponent(id)}/trace`;
  return (
    <header className="space-y-3">
      <Link
        href={`/jobs/${id}`}
        className="-ml-2 inline-flex min-h-11 items-center gap-1.5 rounded-lg px-2 font-medium text-muted-foreground text-sm hover:text-foreground sm:min-h-9"
      >
        <ArrowLeft aria-hidden className="size-4" />
        {t.back}
      </Link>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-4">
        <div className="min-w-0 space-y-1">
          <h1 className="text-3xl">{t.title}</h1>
          <p className="flex min-h-6 flex-wrap items-center gap-x-3 gap-y-1 text-sm">
            {batch && (
              <>
                <StatusBadge status={batch.status} />
                <span className="min-w-0 break-words">{batchTitle(batch, jobMessages)}</span>
              </>
            )}
            <span className="tabular break-all text-muted-foreground text-xs">{id}</span>
          </p>
        </div>
        <ul aria-label={t.download.label} className="grid grid-cols-2 gap-2 max-sm:w-full sm:flex sm:flex-wrap">
          {traceFormats.map((format) => (
            <li key={format}>
              <a
                href={format === "json" ? trace : `${trace}?format=${format}`}
                download={`${id}.${format === "html" ? "html" : `${format}.json`}`}
                className={`${buttonLook()} max-sm:w-full`}
              >
                <Download aria-hidden className="size-4 max-sm:hidden" />
                {t.download[format]}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </header>
  );
}
