import Link from "next/link";
import { messages } from "@/app/_data/messages";
import type { BatchStatus } from "@/lib/contracts/status";

const t = messages.jobs;
/** What a coloring batch can be; uploading is for kinds that are sent elsewhere. */
const offered: (BatchStatus | null)[] = [null, "processing", "pending", "completed", "failed", "cancelled"];

export function JobsFilter({ status }: { status: BatchStatus | null }) {
  return (
    <nav aria-label={t.filter} className="-mx-4 overflow-x-auto px-4 sm:mx-0 sm:px-0">
      <ul className="flex w-max gap-1 py-1">
        {offered.map((one) => (
          <li key={one ?? "all"}>
            <Link
              href={one ? `/jobs?status=${one}` : "/jobs"}
              replace
              scroll={false}
              aria-current={one === status ? "true" : undefined}
              className="inline-flex min-h-11 min-w-11 items-center justify-center rounded-lg border border-transparent px-3 text-muted-foreground text-sm hover:bg-hover hover:text-foreground aria-[current]:border-control aria-[current]:bg-surface aria-[current]:font-semibold aria-[current]:text-foreground sm:min-h-9"
            >
              {one ? messages.statuses[one] : t.all}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
