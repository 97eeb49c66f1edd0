import Link from "next/link";
import { useEffect, useRef } from "react";
import type { BatchFilter } from "@/app/_data/list-batches";
import { useMessages } from "@/app/_data/messages/use-messages";
import type { BatchKind, BatchStatus } from "@/lib/contracts/status";
import { batchKinds } from "@/lib/contracts/terms/status";
import { jobsAddress } from "./jobs-address";

const kinds: (BatchKind | null)[] = [null, ...batchKinds];
const always: (BatchStatus | null)[] = [null, "processing", "pending", "completed", "failed", "cancelled"];
/** Only a deck is sent elsewhere. */
const sent: BatchStatus[] = ["uploading", "completed_upload_failed"];

/** Two rows of links: of which kind, and how it stands. Changing one leaves the other as it is. */
export function JobsFilter({ filter }: { filter: BatchFilter }) {
  const messages = useMessages("app");
  const states = useMessages("states");
  const t = useMessages("jobs");
  const { kind, status } = filter;
  const mayBeSent = kind === "deck" || (status !== null && sent.includes(status));
  return (
    <div className="flex flex-wrap gap-x-6">
      <FilterRow
        label={t.filterKind}
        links={kinds.map((one) => ({
          label: one ? messages.app.kinds[one] : t.allKinds,
          href: jobsAddress({ ...filter, kind: one }),
          current: one === kind,
        }))}
      />
      <FilterRow
        label={t.filter}
        links={[...always, ...(mayBeSent ? sent : [])].map((one) => ({
          label: one ? states.statuses[one] : t.all,
          href: jobsAddress({ ...filter, status: one }),
          current: one === status,
        }))}
      />
    </div>
  );
}

/** Moves a row sideways until a link of it is seen whole; the page itself stays where it is. */
function showInRow(row: HTMLElement | null, place: number): void {
  const link = row?.querySelectorAll("a")[place];
  if (!row || !link) return;
  const [frame, box] = [row.getBoundingClientRect(), link.getBoundingClientRect()];
  if (box.right > frame.right || box.left < frame.left) row.scrollLeft += box.left + box.width / 2 - frame.width / 2;
}

interface FilterLink {
  label: string;
  href: string;
  current: boolean;
}

function FilterRow({ label, links }: { label: string; links: FilterLink[] }) {
  const row = useRef<HTMLElement>(null);
  const chosen = links.findIndex(({ current }) => current);
  useEffect(() => showInRow(row.current, chosen), [chosen]);
  return (
    <nav ref={row} aria-label={label} className="-mx-4 max-w-[100vw] overflow-x-auto px-4 sm:mx-0 sm:px-0">
      <ul className="flex w-max gap-1 py-1">
        {links.map(({ label: name, href, current }) => (
          <li key={href}>
            <Link
              href={href}
              replace
              scroll={false}
              // The list asks the API itself: fetched ahead, all these pages would be one and the same.
              prefetch={false}
              aria-current={current ? "true" : undefined}
              className="inline-flex min-h-11 min-w-11 items-center justify-center rounded-lg border border-transparent px-3 text-muted-foreground text-sm hover:bg-hover hover:text-foreground aria-[current]:border-control aria-[current]:bg-surface aria-[current]:font-semibold aria-[current]:text-foreground sm:min-h-9"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
