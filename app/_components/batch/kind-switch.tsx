import { Images, Presentation } from "lucide-react";
import Link from "next/link";
import { useMessages } from "@/app/_data/messages/use-messages";
import type { BatchKind } from "@/lib/contracts/status";
import { LinkName } from "../ui/link-name";
import { trays, useTally } from "./use-tray";

const offered = [
  { kind: "coloring", href: "/", icon: Images },
  { kind: "deck", href: "/?kind=deck", icon: Presentation },
] as const;

/** What to make. The kind lives in the address: it survives a reload and can be sent to someone. */
export function KindSwitch({ kind }: { kind: BatchKind }) {
  const messages = useMessages("app");
  const t = useMessages("batch");
  const laid = { coloring: useTally(trays.coloring).total, deck: useTally(trays.deck).total };
  return (
    <nav aria-label={t.kind}>
      <ul className="flex flex-wrap rounded-lg border border-control bg-surface p-0.5 sm:w-max">
        {offered.map(({ kind: one, href, icon: Icon }) => (
          <li key={one} className="flex-1">
            <Link
              href={href}
              replace
              scroll={false}
              aria-current={one === kind ? "page" : undefined}
              className="flex min-h-11 items-center justify-center gap-2 rounded-md px-4 max-[24rem]:px-2 font-medium text-muted-foreground hover:text-foreground aria-[current]:bg-accent-soft aria-[current]:font-semibold aria-[current]:text-accent aria-[current]:inset-ring aria-[current]:inset-ring-accent sm:min-h-10"
            >
              <Icon aria-hidden className="size-5 max-[22rem]:hidden shrink-0" />
              <LinkName>{messages.app.kinds[one]}</LinkName>
              {one !== kind && laid[one] > 0 && (
                <span className="text-sm">
                  <span className="tabular">{laid[one]}</span>
                  <span className="sr-only"> {t.laidOut}</span>
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
